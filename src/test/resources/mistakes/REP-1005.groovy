def layers = ['conv1', 'conv2']
println layers.lenght()

def images = dataset('synthetic')
def layers = ['conv1', 'conv2']
def choose = { int n ->
    layers.get(n)
}
(1..2).each { n ->
    choose(n)
}
show 'Training', train('sgd', images.train).curve

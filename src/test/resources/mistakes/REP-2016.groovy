def images = dataset('synthetic')
def net = train('sgd', images.train)
show 'Units', record('units', net, images.test, layer: 'conv1')
show 'Both', net, net.curve
show 'Number', 3
show 'Nothing'

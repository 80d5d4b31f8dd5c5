include 'lib/common.groovy'
def images = dataset('synthetic')
def net = train('sgd', images.train)
def units = record('units', net, images.test, layer: 'conv1')
show 'Matching', matching(units, units)

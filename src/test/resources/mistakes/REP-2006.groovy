def images = dataset('synthetic')
def net = train('sgd', images.train)
def units = record('units', net, images.test, layer: 'conv1', reading: 'sums')
show 'Within', correlate('pearson', units, units)

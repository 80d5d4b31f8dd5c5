def images = dataset('synthetic')
def net = train('sgd', images.train)
def units = record('units', net, images.test, layer: 'conv1')
show 'Matching', match('semi', correlate('pearson', units, units), direktion: 'y')

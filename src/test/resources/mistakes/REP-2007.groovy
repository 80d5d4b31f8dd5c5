def images = dataset('synthetic')
def net = train('sgd', images.train)
def units = record('units', net, images.test)
show 'Within', correlate('pearson', units, units)

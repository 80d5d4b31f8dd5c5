def images = dataset('synthetic')
def net = train('sgd', images.train, epochs: 0)
show 'Training', net.curve

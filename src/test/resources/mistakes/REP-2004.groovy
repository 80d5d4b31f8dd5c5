def images = dataset('synthetic')
def net = train('sgd', images.train, epochs: 'ten')
show 'Training', net.curve

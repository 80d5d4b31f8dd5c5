def images = dataset('synthetic')
def net = train('sgd', images.train, replica: 0)
show 'Training', net.curve

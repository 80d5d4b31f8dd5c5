def images = dataset('synthetic')
def net = train('sgd', images.train, 10)
show 'Training', net.curve

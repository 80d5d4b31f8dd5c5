def images = dataset('synthetic')
def net = train('sgd', images.train, epoch: 10)
show 'Training', net.curve

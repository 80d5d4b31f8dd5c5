def images = dataset('synthetic')
def net = train('sgd', images.tain)
show 'Training', net.curve

def images = dataset('synthetic')
def net = trian('sgd', images.train)
show 'Training', net.curve

def images = dataset('synthetic')
def net = train('sgd', images.train)
net.epochs = 10
show 'Training', net.curve

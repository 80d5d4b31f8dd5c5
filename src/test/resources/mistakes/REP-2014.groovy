def images = dataset('synthetic')
def net = train('sgd', images.train)
show net.curve

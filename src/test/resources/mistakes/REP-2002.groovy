def images = dataset('synthetic')
def net = train(images.train, epochs: 10)
show 'Training', net.curve

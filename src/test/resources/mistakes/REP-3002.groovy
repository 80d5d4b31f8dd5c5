def images = dataset('synthetic')
def net = train('sgd', images.train, network: 'convnett')
show 'Training', net.curve

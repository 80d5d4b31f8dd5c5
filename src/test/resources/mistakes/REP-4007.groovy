// -P network=mpl
def network = param('network', 'mlp', 'what learns', choices: ['mlp', 'convnet'])
def images = dataset('synthetic')
show 'Training', train('sgd', images.train, network: network).curve

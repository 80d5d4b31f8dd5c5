def images = dataset('synthetic')
def small = network('small')
show 'Training', train('sgd', images.train, network: small).curve

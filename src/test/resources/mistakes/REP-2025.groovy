def images = dataset('synthetic')
def small = network('small') {
    dense 'fc1', units: 64
}
show 'Training', train('sgd', images.train, network: small).curve

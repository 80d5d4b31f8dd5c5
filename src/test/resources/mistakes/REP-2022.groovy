def images = dataset('synthetic')
def small = network('small') {
    dense 'fc', units: 64
    output 'fc'
}
show 'Training', train('sgd', images.train, network: small).curve

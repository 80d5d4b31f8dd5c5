def images = dataset('synthetic')
def small = network('small') {
    dense 'fc1', units: 64
    evaluate('accuracy', images.test)
    output 'fc2'
}
show 'Training', train('sgd', images.train, network: small).curve

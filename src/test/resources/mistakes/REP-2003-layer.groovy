def images = dataset('synthetic')
def small = network('small') {
    conv 'conv1', chanels: 16, kernel: 3
    output 'fc2'
}
show 'Training', train('sgd', images.train, network: small).curve

def images = dataset('synthetic')
def small = network('small') {
    pool 'pool1', size: 8
    conv 'conv2', channels: 16, kernel: 5,
        padding: 'valid'
    output 'fc3'
}
show 'Training', train('sgd', images.train, network: small).curve

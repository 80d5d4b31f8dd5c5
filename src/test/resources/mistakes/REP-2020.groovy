def images = dataset('synthetic')
def net = train('sgd', images.train)
for (replica in 2..3) {
    train('sgd', images.train, replica: replica)
}
def units = record('units', net, images.test, layer: 'conv1')
show 'Training', net.curve

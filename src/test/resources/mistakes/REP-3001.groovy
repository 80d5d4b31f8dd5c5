def images = dataset('synthetic')
def net = train('sgd', images.train)
for (layer in ['conv1', 'conv9']) {
    def units = record('units', net, images.test,
        layer: layer)
    show "Within $layer", correlate('pearson', units, units)
}

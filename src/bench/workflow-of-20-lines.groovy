// Do two networks learn the same units? A workflow of 20 lines, for measuring how long the check of one takes.
def epochs = param('epochs', 5, 'passes over the training images')
def images = dataset('synthetic')
def nets = (1..2).collect { replica ->
    train('sgd', images.train, network: 'convnet', epochs: epochs, replica: replica)
}
nets.eachWithIndex { net, n ->
    show "Training of network ${n + 1}", net.curve
}
def rows = []
for (layer in ['conv1', 'conv3', 'conv5']) {
    def (a, b) = nets.collect { record('units', it, images.test, layer: layer) }
    def between = correlate('pearson', a, b)
    def oneToOne = match('bipartite', between)
    show "Between, $layer", between
    show "Matching, $layer", oneToOne
    rows << row(layer: layer, oneToOne)
}
def table = summarise('table', rows)
plot 'Matched units', table, x: 'layer', y: 'correlation'

// Do two networks that differ only in their initial weights learn the same units?
// A small answer in a minute, on generated images. After Li et al., Convergent Learning (ICLR 2016).
def epochs = param('epochs', 5, 'passes over the training images')

def images = dataset('synthetic')
def settings = [epochs: epochs, batch: 32, learningRate: 0.005]
def net1 = train('sgd', images.train, network: 'convnet', *: settings, replica: 1)
def net2 = train('sgd', images.train, network: 'convnet', *: settings, replica: 2)

def accuracies = [net1, net2].withIndex(1).collect { net, replica ->
    row(network: replica, evaluate('accuracy', net, images.test))
}
show 'Accuracy', summarise('table', accuracies)
show 'Training', net1.curve
show 'First-layer filters', net1

['conv1', 'conv5'].each { layer ->
    def a = record('units', net1, images.test, layer: layer)
    def b = record('units', net2, images.test, layer: layer)
    def between = correlate('pearson', a, b)
    def oneToOne = match('bipartite', between)

    show "Within-net correlation, $layer", correlate('pearson', a, a)
    show "Between-net correlation, $layer", between
    show "One-to-one matching, $layer", oneToOne
    show "Semi-matching against one-to-one, $layer", match('semi', between), oneToOne
    show "SVCCA, $layer", correlate('svcca', a, b)
}

// Are the first layers general? Copy three of them to a network for the other half of the classes.
def halves = split('random-classes', images)
def base = train('sgd', halves.A.train, network: 'convnet', *: settings)
def initial = transfer('copy-layers', base, halves.B.train, layers: 3, freeze: true)
def transferred = train('sgd', halves.B.train, from: initial, *: settings)
show 'Transfer to the other half', evaluate('accuracy', transferred, halves.B.test)

// Do networks of one architecture learn the same features, layer by layer, and do their layers transfer?
// A workflow of 200 lines, for measuring how long the check of one takes.
def epochs = param('epochs', 5, 'passes over the training images')
def replicas = param('replicas', 3, 'how many networks of each kind')
def images = dataset('synthetic', train: 2000, test: 500)
def settings = [epochs: epochs, batch: 32, learningRate: 0.005]
def convolutional = ['conv1', 'conv2', 'conv3', 'conv4', 'conv5']
def dense = ['fc6', 'fc7', 'fc8']
def layers = convolutional + dense

def learn = { part, replica -> train('sgd', part, network: 'convnet', *: settings, replica: replica) }
def units = { net, layer, reading -> record('units', net, images.test, layer: layer, reading: reading) }
def isSpatial = { layer -> layer.startsWith('conv') }

def nets = (1..replicas).collect { learn(images.train, it) }
nets.eachWithIndex { net, n -> show "Training of network ${n + 1}", net.curve }
def pairs = [0..<replicas, 0..<replicas].combinations().findAll { i, j -> i < j }

// study 1: the units of a layer read as positions
def rows1 = []
for (layer in convolutional) {
    for (pair in pairs.take(2)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'positions')
        def b = units(nets[j], layer, 'positions')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'x')
        def oneToOne = match('bipartite', between)
        rows1 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows1 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 1: between networks, $layer", between
            show "Study 1: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 1', summarise('mean', rows1, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 2: the units of a layer read as mean
def rows2 = []
for (layer in layers) {
    for (pair in pairs.take(1)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'mean')
        def b = units(nets[j], layer, 'mean')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'y')
        def oneToOne = match('bipartite', between)
        rows2 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows2 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 2: between networks, $layer", between
            show "Study 2: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 2', summarise('mean', rows2, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 3: the units of a layer read as max
def rows3 = []
for (layer in layers) {
    for (pair in pairs.take(2)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'max')
        def b = units(nets[j], layer, 'max')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'x')
        def oneToOne = match('bipartite', between)
        rows3 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows3 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 3: between networks, $layer", between
            show "Study 3: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 3', summarise('mean', rows3, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 4: the units of a layer read as sum
def rows4 = []
for (layer in layers) {
    for (pair in pairs.take(1)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'sum')
        def b = units(nets[j], layer, 'sum')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'y')
        def oneToOne = match('bipartite', between)
        rows4 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows4 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 4: between networks, $layer", between
            show "Study 4: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 4', summarise('mean', rows4, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 5: the units of a layer read as positions
def rows5 = []
for (layer in convolutional) {
    for (pair in pairs.take(2)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'positions')
        def b = units(nets[j], layer, 'positions')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'x')
        def oneToOne = match('bipartite', between)
        rows5 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows5 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 5: between networks, $layer", between
            show "Study 5: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 5', summarise('mean', rows5, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 6: the units of a layer read as mean
def rows6 = []
for (layer in layers) {
    for (pair in pairs.take(1)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'mean')
        def b = units(nets[j], layer, 'mean')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'y')
        def oneToOne = match('bipartite', between)
        rows6 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows6 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 6: between networks, $layer", between
            show "Study 6: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 6', summarise('mean', rows6, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 7: the units of a layer read as max
def rows7 = []
for (layer in layers) {
    for (pair in pairs.take(2)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'max')
        def b = units(nets[j], layer, 'max')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'x')
        def oneToOne = match('bipartite', between)
        rows7 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows7 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 7: between networks, $layer", between
            show "Study 7: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 7', summarise('mean', rows7, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// study 8: the units of a layer read as sum
def rows8 = []
for (layer in layers) {
    for (pair in pairs.take(1)) {
        def (i, j) = pair
        def a = units(nets[i], layer, 'sum')
        def b = units(nets[j], layer, 'sum')
        def between = correlate('pearson', a, b)
        def semi = match('semi', between, direction: 'y')
        def oneToOne = match('bipartite', between)
        rows8 << row(layer: layer, pair: "$i-$j", matching: 'semi', semi)
        rows8 << row(layer: layer, pair: "$i-$j", matching: 'one-to-one', oneToOne)
        if (isSpatial(layer) && i == 0 && j == 1) {
            show "Study 8: between networks, $layer", between
            show "Study 8: matching of $layer", semi, oneToOne
        }
    }
}
plot 'Study 8', summarise('mean', rows8, over: ['pair'], score: 'correlation'), x: 'layer', y: 'correlation', series: 'matching'

// transfer: the first layers of a network for one half of the classes, copied to one for the other
def accuracies = []
(1..replicas).each { replica ->
    def halves = split('random-classes', images, replica: replica)
    def base = learn(halves.A.train, replica)
    def control = learn(halves.B.train, replica)
    accuracies << row(replica: replica, arm: 'baseB', layers: 0, evaluate('accuracy', control, halves.B.test))
    for (cut in 1..7) {
        for (freeze in [true, false]) {
            def arm = freeze ? 'AnB' : 'AnB+'
            def initial = transfer('copy-layers', base, halves.B.train, layers: cut, freeze: freeze)
            def net = train('sgd', halves.B.train, from: initial, *: settings, replica: replica)
            accuracies << row(replica: replica, arm: arm, layers: cut, evaluate('accuracy', net, halves.B.test))
            if (replica == 1) {
                show "Training of $arm, $cut layers", net.curve
            }
        }
    }
}
show 'Accuracies', summarise('table', accuracies)
plot 'Transfer', summarise('mean', accuracies, over: ['replica'], score: 'accuracy'),
        x: 'layers', y: 'accuracy', series: 'arm'

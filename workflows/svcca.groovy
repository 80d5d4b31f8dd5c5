// When does each layer become what it will be, and do two initialisations end alike?
// Raghu, Gilmer, Yosinski, Sohl-Dickstein: SVCCA (NIPS 2017); Morcos, Raghu, Bengio: PWCCA (NeurIPS 2018).
include 'networks.groovy'
def networks = param('networks', 2, 'how many networks; every pair of them is compared', min: 2)
def variance = param('variance', 0.99, 'share of the variance that the kept directions reach', min: 0.01, max: 1)
def draws    = param('draws', 3, 'how often the images are permuted for the baseline of chance', min: 2)

def nets = trained(networks)
def layers = layersOf(nets[0])

/** A layer of a network; of a convolution every position is a sample. */
def layerOf = { Map how = [:], net, String layer ->
    record('units', net, images.test, *: how, layer: layer, reading: layer.startsWith('conv') ? 'positions' : 'sum')
}

show 'Accuracy', summarise('table', (1..networks).collect { n ->
    row(network: n, evaluate('accuracy', nets[n - 1], images.test))
})

// every layer on its way, beside what it is in the end
def dynamics = []
nets.eachWithIndex { net, n ->
    for (layer in layers) {
        for (share in shares) {
            def similarity = correlate('svcca', layerOf(net.at(share), layer), layerOf(net, layer), variance: variance)
            dynamics << row(layer: layer, trained: share, network: n + 1, similarity)
        }
    }
}
def learning = summarise('mean', dynamics, over: ['network'], score: 'similarity')
show 'Learning dynamics', learning
plot 'Similarity to the final layer', learning, x: 'trained', y: 'similarity', series: 'layer', band: 'similarity sd'

// the same layer of two networks, beside untrained networks and permuted images
def between = [svcca: [], pwcca: []]
def compare = { String of, Map labels, x, y ->
    between.svcca << row(of: of, *: labels, correlate('svcca', x, y, variance: variance))
    between.pwcca << row(of: of, *: labels, correlate('pwcca', x, y))
}
for (layer in layers) {
    for (pair in pairsOf(networks)) {
        def (a, b) = pair.collect { nets[it - 1] }
        def labels = [layer: layer, pair: pair.join('-')]
        compare('trained', [*: labels, draw: 0], layerOf(a, layer), layerOf(b, layer))
        compare('untrained', [*: labels, draw: 0], layerOf(a.at(0), layer), layerOf(b.at(0), layer))
        for (draw in 1..draws) {
            compare('permuted images', [*: labels, draw: draw], layerOf(a, layer), layerOf(b, layer, shuffle: draw))
        }
    }
    show "Canonical correlations of networks 1 and 2, $layer",
            correlate('svcca', layerOf(nets[0], layer), layerOf(nets[1], layer), variance: variance),
            correlate('svcca', layerOf(nets[0], layer), layerOf(nets[1], layer, shuffle: 1), variance: variance)
}
between.each { measure, rows ->
    def means = summarise('mean', rows, over: ['pair', 'draw'], score: 'similarity')
    show "Two initialisations, $measure", means
    plot "Two initialisations by layer, $measure", means, x: 'layer', y: 'similarity', series: 'of', band: 'similarity sd'
}

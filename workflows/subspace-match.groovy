// Which units of two networks span the same subspace, one by one or in groups?
// Wang, Hu, Gu, Wu, Hu, He, Hopcroft: Towards Understanding Learning Representations (NIPS 2018).
include 'networks.groovy'
def networks = param('networks', 3, 'how many networks; every pair of them is matched', min: 2)
def epsilons = param('epsilons', [0.15, 0.2, 0.25, 0.3, 0.5], 'how far from a span a vector may be, as a share of its length')
def simple   = param('simple', 0.3, 'the epsilon of the simple matches', min: 0, max: 1)
def draws    = param('draws', 2, 'how often the images are permuted for the baseline of chance', min: 2)

def nets = trained(networks)
def layers = layersOf(nets[0]).findAll { it != layersOf(nets[0]).last() }   // the last one has no ReLU
def layerOf = { Map how = [:], net, String layer ->
    record('units', net, images.test, *: how, layer: layer, reading: layer.startsWith('conv') ? 'positions' : 'sum')
}

def all = []
for (layer in layers) {
    def ofLayer = []
    for (pair in pairsOf(networks)) {
        def (a, b) = pair.collect { nets[it - 1] }
        for (epsilon in epsilons) {
            def note = { String of, int draw, x, y ->
                ofLayer << row(layer: layer, of: of, epsilon: epsilon, pair: pair.join('-'), draw: draw, match('maximum', x, y, epsilon: epsilon))
            }
            note('trained', 0, layerOf(a, layer), layerOf(b, layer))
            note('untrained', 0, layerOf(a.at(0), layer), layerOf(b.at(0), layer))
            (1..draws).each { note('permuted images', it, layerOf(a, layer), layerOf(b, layer, shuffle: it)) }
        }
    }
    all.addAll(ofLayer)
    plot "Maximum match by epsilon, $layer", summarise('mean', ofLayer, over: ['pair', 'draw'], score: 'similarity'),
            x: 'epsilon', y: 'similarity', series: 'of', band: 'similarity sd'
    show "Maximum match of networks 1 and 2, $layer", match('maximum', layerOf(nets[0], layer), layerOf(nets[1], layer), epsilon: simple)
    show "Simple matches of networks 1 and 2, $layer", match('simple', layerOf(nets[0], layer), layerOf(nets[1], layer), epsilon: simple)
}
show 'Similarity of the maximum match', summarise('mean', all, over: ['pair', 'draw'], score: 'similarity')

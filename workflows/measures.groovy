// Which measures find the same layer again in another network, and how far is each of them from chance?
// Kornblith, Norouzi, Lee, Hinton: Similarity of Neural Network Representations Revisited (ICML 2019), section 6.1.
include 'networks.groovy'
def networks = param('networks', 5, 'how many networks; every pair of them is compared', min: 2)
def probe    = param('probe', 50, 'test images of each class that are probed', min: 2)
def draws    = param('draws', 3, 'how often the images are permuted for the baseline of chance', min: 2)
def epsilon  = param('epsilon', 0.3, 'of the maximum match', min: 0, max: 1)

// a measure, or the matching of a correlation
def measures = param('measures', ['cca', 'cca-r2', 'svcca', 'pwcca', 'wilks', 'pillai', 'cka', 'cka-debiased', 'procrustes', 'shape',
        'regression', 'gulp', 'eigenspace-overlap', 'pearson', 'spearman', 'mutual-information', 'cka-rbf', 'rsa', 'mutual-knn',
        'jaccard-knn', 'second-order-cosine', 'distance-correlation', 'semi', 'bipartite', 'greedy', 'mutual', 'soft', 'maximum'],
        'the measures')
def matchings = ['semi', 'bipartite', 'greedy', 'mutual', 'soft']

def nets = trained(networks)
def layers = layersOf(nets[0])
def probed = split('images-per-class', images, count: probe, part: 'test').A.test

/** A layer by its channels' means: layers of different sizes can be compared so. */
def layerOf = { Map how = [:], net, String layer -> record('units', net, probed, *: how, layer: layer, reading: 'mean') }

def similarity = { String measure, x, y ->
    measure in matchings ? match(measure, correlate('pearson', x, y))
            : measure == 'maximum' ? match('maximum', x, y, epsilon: epsilon)
            : correlate(measure, x, y)
}

def found = []      // every layer of one network against every layer of another
def beside = []     // the same layer of two networks, beside what chance and untrained networks give
for (measure in measures) {
    for (pair in pairsOf(networks)) {
        def (a, b) = pair.collect { nets[it - 1] }
        for (x in layers) {
            for (y in layers) {
                found << row(measure: measure, pair: pair.join('-'), x: x, y: y, similarity(measure, layerOf(a, x), layerOf(b, y)))
            }
        }
    }
    for (layer in layers) {
        def note = { String of, String pair, int draw, x, y ->
            beside << row(measure: measure, layer: layer, of: of, pair: pair, draw: draw, similarity(measure, x, y))
        }
        for (pair in pairsOf(networks)) {
            def (a, b) = pair.collect { nets[it - 1] }
            note('trained', pair.join('-'), 0, layerOf(a, layer), layerOf(b, layer))
        }
        note('untrained', '1-2', 0, layerOf(nets[0].at(0), layer), layerOf(nets[1].at(0), layer))
        (1..draws).each { note('permuted images', '1-2', it, layerOf(nets[0], layer), layerOf(nets[1], layer, shuffle: it)) }
    }
}
def distances = ['wilks', 'shape', 'gulp'].findAll { it in measures }      // smaller where layers are more alike
show 'Layers found again', summarise('layer-identification', found, distances: distances)
def means = summarise('mean', beside, over: ['pair', 'draw'], score: 'value')
show 'Every measure on the same layer of two networks', means

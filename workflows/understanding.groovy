// Do networks that differ only in their initial weights learn the same units one to one, a shared low-dimensional
// subspace, or neither?  Li et al., Convergent Learning (ICLR 2016); Wang et al., Towards Understanding Learning
// Representations (NIPS 2018).
include 'networks.groovy'
def networks    = param('networks', 2, 'how many networks; every pair of them is compared', min: 2)
def reading     = param('reading', 'sum', 'how a unit of a convolution is read', choices: ['sum', 'positions', 'mean', 'max'])
def draws       = param('draws', 100, 'permutations of the images, for the p values of the one-to-one matching', min: 1)
def rates       = param('q', [0.05, 0.01, 0.2], 'rate of false discoveries; the verdict takes the first, the others show what hangs on it')
def floors      = param('untrained', [0.95, 0.5, 1.0], 'share of the untrained pairs that a matched pair must exceed; likewise')
def few         = param('predictors', [5, 2, 10], 'by at most how many units a unit is predicted; likewise')
def losses      = param('loss', [0.25, 0.1, 0.4], 'at most at which loss, where 0.5 predicts nothing; likewise')
def epsilon     = param('epsilon', 0.3, 'how far a unit of a simple match may be from the other units, as a share of its length', min: 0, max: 1)
def thresholds  = param('partners', [0.5, 0.3, 0.7], 'correlations above which mutual best partners recur')

def strongest   = param('patches', 4, 'how many patches that excite a unit most are shown of it', min: 1)

def nets = trained(networks)
def pairs = pairsOf(networks)
def several = pairs.size() > 1

show 'Accuracy', summarise('table', (1..networks).collect { n ->
    row(network: n, evaluate('accuracy', nets[n - 1], images.test))
})

def matchings = []
def predictions = []
def clusters = []
def verdicts = []
def between = []
for (layer in layersOf(nets[0])) {
    def units = { net, part -> record('units', net, part, layer: layer, reading: reading) }
    for (pair in pairs) {
        def (x, y) = pair.collect { units(nets[it - 1], images.test) }
        def (untrainedX, untrainedY) = pair.collect { units(nets[it - 1].at(0), images.test) }
        def (fittedX, fittedY) = pair.collect { units(nets[it - 1], images.train) }

        def correlation = correlate('pearson', x, y)
        def oneToOne = match('bipartite-test', x, y, draws: draws)
        def untrained = match('bipartite', correlate('pearson', untrainedX, untrainedY))
        def ofY = correlate('prediction-loss', x, y, from: correlate('sparse-prediction', fittedX, fittedY))
        def ofX = correlate('prediction-loss', y, x, from: correlate('sparse-prediction', fittedY, fittedX))
        def simple = match('simple', x, y, epsilon: epsilon)

        def labels = [layer: layer, pair: pair.join('-')]
        matchings << row(*: labels, matching: 'semi', match('semi', correlation))
        matchings << row(*: labels, matching: 'one-to-one', oneToOne)
        matchings << row(*: labels, matching: 'one-to-one, untrained', untrained)
        predictions << row(*: labels, predicted: 'y', ofY) << row(*: labels, predicted: 'x', ofX)
        clusters << row(*: labels, method: 'spectral', match('spectral-clusters', x, y))
        clusters << row(*: labels, method: 'hierarchical', match('hierarchical-clusters', x, y))
        verdicts << row(*: labels, judged: 'y', oneToOne, untrained, simple, ofY)
        verdicts << row(*: labels, judged: 'x', oneToOne, untrained, simple, ofX)
        between << row(layer: layer, x: pair[0], y: pair[1], correlation)
        if (pair == pairs[0]) {
            def first = pair.collect { nets[it - 1] }
            def patches = first.collect { record('top-patches', it, images.test, layer: layer, count: strongest) }
            show "Units of networks 1 and 2, $layer", oneToOne, correlate('pearson', x, x), correlate('pearson', y, y),
                    *patches, *(layer == 'conv1' ? first : []), ofY, match('hierarchical-clusters', x, y)
        }
    }
}

// the verdict on the units of both networks of a pair, and how it changes with one threshold at a time
def settings = [q: rates[0], untrained: floors[0], predictors: few[0], loss: losses[0], over: ['pair', 'judged']]
def verdict = summarise('verdict', verdicts, *: settings)
show 'One-to-one, a shared subspace, or neither: shares of units', verdict
for (share in ['one-to-one', 'subspace', 'neither']) {
    plot "Share of units by layer: $share", verdict, x: 'layer', y: share, band: several ? "$share sd" : null
}
[q: rates, untrained: floors, predictors: few, loss: losses].each { name, values ->
    for (value in values.drop(1)) {
        show "Shares of units at $name $value", summarise('verdict', verdicts, *: settings, (name): value)
    }
}

def correlations = summarise('mean', matchings, over: ['pair'], score: 'correlation')
show 'Mean correlation of matched units', correlations
plot 'Matched units by layer', correlations, x: 'layer', y: 'correlation', series: 'matching', band: several ? 'correlation sd' : null

show 'Predictors of a unit where few are nearly as good as all', summarise('mean', predictions, over: ['pair', 'predicted'])
def curves = summarise('prediction-path', predictions, over: ['pair', 'predicted'])
show 'Loss and number of predictors', curves
plot 'Loss against the number of predictors', curves, x: 'predictors', y: 'loss', series: 'layer'

show 'Clusters of units of both networks', summarise('mean', clusters, over: ['pair'])

for (threshold in thresholds) {
    def recurrence = summarise('recurrence', between, threshold: threshold)
    show "In how many other networks a unit has a partner above $threshold", recurrence
    plot "Recurrence of units above $threshold", recurrence, x: 'recurrence', y: 'share', series: 'layer'
}

// Do networks that differ only in their initial weights learn the same units?
// Li, Yosinski, Clune, Lipson, Hopcroft: Convergent Learning (ICLR 2016).
include 'networks.groovy'
def networks = param('networks', 2, 'how many networks; every pair of them is compared', min: 2)

def nets = trained(networks)
def pairs = pairsOf(networks)

show 'Accuracy', summarise('table', (1..networks).collect { n ->
    row(network: n, evaluate('accuracy', nets[n - 1], images.test))
})
nets.eachWithIndex { net, n ->
    show "Training of network ${n + 1}", net.curve
    show "First-layer filters of network ${n + 1}", net
}

def layers = layersOf(nets[0])
def rows = [sum: [], positions: []]

for (layer in layers) {
    for (reading in ['sum', 'positions']) {
        def units = nets.collect { record('units', it, images.test, layer: layer, reading: reading) }
        for (pair in pairs) {
            def (x, y) = [units[pair[0] - 1], units[pair[1] - 1]]
            def between = correlate('pearson', x, y)
            def semi = match('semi', between)
            def back = match('semi', between, direction: 'y')
            def oneToOne = match('bipartite', between)
            def labels = [layer: layer, reading: reading, pair: pair.join('-')]
            rows[reading] << row(*: labels, matching: 'semi', semi)
            rows[reading] << row(*: labels, matching: 'semi, backwards', back)
            rows[reading] << row(*: labels, matching: 'one-to-one', oneToOne)

            // a dense layer has no positions, so one picture of it is enough; and one pair of networks
            if (pair == pairs[0] && (reading == 'sum' || layer.startsWith('conv'))) {
                def title = layer.startsWith('conv') ? "$layer, $reading" : layer
                show "Within network 1, $title", correlate('pearson', x, x)
                show "Within network 2, $title", correlate('pearson', y, y)
                show "Between networks 1 and 2, $title", between
                show "One-to-one matching, $title", oneToOne
                show "Semi-matching and one-to-one, $title", semi, oneToOne
            }
        }
    }
}

show 'Mean correlation of matched units', summarise('mean', rows.sum + rows.positions, over: ['pair'], score: 'correlation')
rows.each { reading, ofReading ->
    plot "Matched units by layer, $reading", summarise('mean', ofReading, over: ['pair'], score: 'correlation'),
            x: 'layer', y: 'correlation', series: 'matching', band: networks > 2 ? 'correlation sd' : null
}

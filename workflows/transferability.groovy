// How transferable are the features of each layer?
// Yosinski, Clune, Bengio, Lipson: How transferable are features in deep neural networks? (NIPS 2014).
def path         = param('images', '', 'folder or zip of images, train/<class>/ and test/<class>/; empty: synthetic', path: true)
def perClass     = param('imagesPerClass', 0, 'training images of each class; 0: all, of the synthetic ones 400', min: 0)
def epochs       = param('epochs', 10, 'passes over the training images', min: 1)
def batch        = param('batch', 128, 'images a step', min: 1)
def learningRate = param('learningRate', 0.01, 'length of a step')
def splitBy      = param('splitBy', ['classes'], 'random halves of the classes, groups by meaning, other samples of the same classes',
        choices: ['classes', 'groups', 'samples'])
def splits       = param('splits', 1, 'how many random halves of each kind', min: 1)
def groups       = param('groups', 'man-made/natural', 'for splitBy=groups: these known ones, or a CSV file with the columns class and group')
def directions   = param('directions', 'one', 'one: from A to B; both: also from B to A', choices: ['one', 'both'])
def replicas     = param('replicas', 1, 'networks of each kind, which differ in their initial weights and order of images', min: 1)
def cuts         = param('layers', [1, 2, 3, 4, 5, 6, 7], 'how many layers are copied, of the eight of convnet')
def random       = param('randomFilters', false, 'also networks whose first layers are random and never learn')
def few          = param('targetImagesPerClass', [], 'small target sets to transfer to, for example 10,30,100')

def synthetic = perClass ? [train: 10 * perClass] : [:]
def images = path ? dataset('image-folder', path: path, imagesPerClass: perClass) : dataset(synthetic, 'synthetic')
def settings = [epochs: epochs, batch: batch, learningRate: learningRate]

/** The halves of one kind, and how a table calls them. */
def halvesOf = { String kind ->
    if (kind == 'groups') {
        def halves = groups.endsWith('.csv') ? split('class-table', images, path: new File(groups).absolutePath) : split('classes', images, groups: groups)
        return [(kind): halves]
    }
    (1..splits).collectEntries { ["$kind $it".toString(), split("random-$kind", images, replica: it)] }
}

/** What a network is called in a table; the number of classes says whether it learned. */
def labels = { String split, String direction, Map network, int replica, data ->
    [split: split, direction: direction, *: network, replica: replica, classes: data.train.classNames.size()]
}
def pairedBy = ['split', 'direction', 'replica']
def ways = directions == 'both' ? [['A', 'B'], ['B', 'A']] : [['A', 'B']]

/** How many networks of each arm and number of layers there are. */
def pairsOf = { String kind -> ways.size() * replicas * (kind == 'groups' ? 1 : splits) }

def all = []        // a row for each network
def recap = []      // the same, with the kind of split in the name of the arm
def small = []      // networks for small target sets
for (kind in splitBy) {
    def ofKind = []
    halvesOf(kind).each { name, halves ->
        for (replica in 1..replicas) {
            def data = [A: halves.A, B: halves.B]
            def base = data.collectEntries { half, part ->
                [half, train('sgd', part.train, network: 'convnet', *: settings, replica: replica)]
            }
            def note = { String donor, String target, String arm, int layers, net ->
                def named = { labels(name, "$donor->$target", [arm: it, layers: layers], replica, data[target]) }
                def scores = [evaluate('accuracy', net, data[target].test), net.curve]
                all << row(*: named(arm), *scores)
                recap << row(*: named(arm == 'base' ? arm : "$arm, $kind".toString()), *scores)
                if ([donor, target] in ways) {
                    ofKind << all.last()
                }
            }
            note('A', 'B', 'base', 0, base.B)
            note('B', 'A', 'base', 0, base.A)

            for (way in ways) {
                def (donor, target) = way
                def retrain = { String arm, String builder, from, int layers, Map how ->
                    def initial = transfer(builder, from, data[target].train, layers: layers, *: how, replica: replica)
                    note(donor, target, arm, layers, train('sgd', data[target].train, from: initial, *: settings, replica: replica))
                }
                for (n in cuts) {
                    retrain('BnB', 'copy-layers', base[target], n, [freeze: true])
                    retrain('AnB', 'copy-layers', base[donor], n, [freeze: true])
                    retrain('BnB+', 'copy-layers', base[target], n, [freeze: false])
                    retrain('AnB+', 'copy-layers', base[donor], n, [freeze: false])
                    if (random) {
                        retrain('random-normal', 'random-layers', base[target], n, [initialisation: 'normal'])
                        retrain('random-he', 'random-layers', base[target], n, [initialisation: 'he'])
                    }
                }
                for (count in few) {
                    def part = split('images-per-class', data[target], count: count, replica: replica).A
                    // about as many steps as with all images, but no more than 20 times the epochs
                    def longer = Math.min(20 * epochs, (int) (epochs * data[target].train.count / part.train.count))
                    def short1 = [*: settings, epochs: longer, replica: replica]
                    def initial = transfer('copy-layers', base[donor], part.train, layers: cuts.max(), freeze: false, replica: replica)
                    [base: train('sgd', part.train, network: 'convnet', *: short1), 'AnB+': train('sgd', part.train, from: initial, *: short1)].each { arm, net ->
                        small << row(*: labels(name, "$donor->$target", [images: count.toString(), arm: arm], replica, part), evaluate('accuracy', net, part.test), net.curve)
                    }
                }
            }
        }
    }
    def several = pairsOf(kind) > 1
    plot "Accuracy, halves by $kind", summarise('paired-mean', ofKind, pairedBy: pairedBy),
            x: 'layers', y: 'accuracy', series: 'arm', band: several ? 'difference sd' : null, level: 'base'
    // what is lost by co-adaptation, and by specificity
    plot "Drop, halves by $kind", summarise('paired-mean', ofKind, pairedBy: pairedBy, contrasts: ['BnB - base', 'AnB - BnB']),
            x: 'layers', y: 'difference', series: 'arm', band: several ? 'difference sd' : null
}
show 'Transferability', summarise('paired-difference', all, pairedBy: pairedBy)
def means = summarise('paired-mean', recap, pairedBy: pairedBy)
show 'Mean difference to the base of the same half and seed', means
plot 'Difference to the base of the same half and seed', means, x: 'layers', y: 'difference', series: 'arm',
        band: splitBy.every { pairsOf(it) > 1 } ? 'difference sd' : null, level: 'base'
if (few) {
    def gain = summarise('paired-mean', small, pairedBy: pairedBy)
    show 'Small target sets', gain
    plot 'What a small target set gains', gain, x: 'images', y: 'accuracy', series: 'arm',
            band: splitBy.every { pairsOf(it) > 1 } ? 'difference sd' : null
}

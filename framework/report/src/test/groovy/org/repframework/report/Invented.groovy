package org.repframework.report

import groovy.transform.CompileStatic
import org.repframework.spi.*

import java.nio.file.Files
import java.nio.file.Path

import static org.repframework.engine.run.Outcome.State.*

/** Artifacts made up with a seeded generator, and a run that shows one of each type. */
class Invented {

    @CompileStatic
    static CorrelationMatrix correlation(int p, int q, long seed, double depth = 0.7) {
        var random = new Random(seed)
        List<Integer> hidden = new ArrayList<>(0..<Math.max(p, q))
        Collections.shuffle(hidden, random)
        var values = new double[p * q]
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < q; j++) {
                var noise = random.nextGaussian() * 0.13
                values[i * q + j] = Math.max(-1d, Math.min(1d, hidden[i] == j ? depth + 0.2 * random.nextGaussian() : noise))
            }
        }
        new CorrelationMatrix('pearson', Matrix.of(p, q, values), 10000L, [], [])
    }

    static Matching semi(CorrelationMatrix matrix) {
        var v = matrix.values()
        new Matching('semi', (0..<v.rows()).collect { i ->
            int best = 0
            for (int j = 1; j < v.columns(); j++) {
                if (v.at(i, j) > v.at(i, best)) {
                    best = j
                }
            }
            new Matching.Pair(i, best, v.at(i, best))
        }, matrix)
    }

    /** One-to-one, greedily: good enough to be drawn. */
    static Matching bipartite(CorrelationMatrix matrix) {
        var v = matrix.values()
        var free = (0..<v.columns()).toSet()
        var pairs = (0..<v.rows()).findAll { !free.isEmpty() && it < v.columns() }.collect { i ->
            var best = free.max { j -> v.at(i, j) }
            free.remove(best)
            new Matching.Pair(i, best, v.at(i, best))
        }
        new Matching('bipartite', pairs, matrix)
    }

    static Curve curve(int epochs, double slope) {
        new Curve('epoch', (1..epochs).collect { it as double }, [
                new Curve.Series('loss', (1..epochs).collect { 2.3d * Math.exp(-slope * it) + 0.02d * Math.sin(it) }),
                new Curve.Series('accuracy', (1..epochs).collect { 0.85d - 0.7d * Math.exp(-slope * it) }),
                new Curve.Series('learning rate', (1..epochs).collect { 0.01d * Math.pow(0.5d, it.intdiv(4)) })])
    }

    static CanonicalCorrelations canonical(String metric, int count) {
        new CanonicalCorrelations(metric, 0.71d, (0..<count).collect { 0.99d - 0.6d * it / count }, 10000L, 64, 48, 0, 0,
                count, count + 3, 1.3e5d, 88.4d)
    }

    static Architecture convnet() {
        new Architecture('convnet', new ImageShape(32, 32, 3), [
                new Layer.Convolution('conv1', 32, 5, Layer.Activation.RELU), new Layer.MaxPooling('pool1', 2),
                new Layer.Convolution('conv2', 64, 5, Layer.Activation.RELU), new Layer.MaxPooling('pool2', 2),
                new Layer.Dense('fc3', 128, Layer.Activation.RELU), new Layer.Dense('fc4', 10, Layer.Activation.IDENTITY)])
    }

    static Architecture mlp() {
        new Architecture('mlp', new ImageShape(32, 32, 3), [
                new Layer.Dense('fc1', 64, Layer.Activation.RELU), new Layer.Dense('fc2', 10, Layer.Activation.IDENTITY)])
    }

    /** Edges of many directions and colours. */
    @CompileStatic
    static Network network(Architecture architecture, int units, int edge, long seed) {
        var random = new Random(seed)
        var weights = new double[units * edge * edge * 3]
        for (int unit = 0; unit < units; unit++) {
            var angle = random.nextDouble() * Math.PI
            var tint = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()}
            for (int y = 0; y < edge; y++) {
                for (int x = 0; x < edge; x++) {
                    var along = (x - edge / 2d) * Math.cos(angle) + (y - edge / 2d) * Math.sin(angle)
                    for (int c = 0; c < 3; c++) {
                        weights[((unit * edge + y) * edge + x) * 3 + c] =
                                Math.sin(along * 6 / edge) * tint[c] + 0.1 * random.nextGaussian()
                    }
                }
            }
        }
        new Network(architecture, ('a'..'j').toList(), new Network.Normalisation([120d, 120d, 120d], [60d, 60d, 60d]), 0,
                Matrix.of(units, edge * edge * 3, weights), Path.of('/store/objects/ab/abc.zip'))
    }

    @CompileStatic
    static Examples examples(Path folder, int count, List<String> classNames) {
        var shape = new ImageShape(32, 32, 3)
        Files.createDirectories(folder)
        var writer = Pixels.create(folder.resolve("images-${count}.npy"), count, shape)
        for (int i = 0; i < count; i++) {
            var image = new byte[shape.size()]
            for (int p = 0; p < image.length; p++) {
                image[p] = (byte) ((i * 37 + p * (1 + i % classNames.size())) % 256)
            }
            writer.add(image)
        }
        new Examples(writer.finish(), IntVector.of((0..<count).collect { it % classNames.size() } as int[]), classNames)
    }

    static JointMoments moments(int p, int q) {
        var square = { int n -> Matrix.of(n, n, (0..<n * n).collect { it.intdiv(n) == it % n ? 4d * n : 0.5d } as double[]) }
        var row = { int n -> Matrix.row((0..<n).collect { it + 0.25d } as double[]) }
        new JointMoments(100L, row(p), row(q), square(p), square(q), Matrix.of(p, q, new double[p * q]), row(p), row(q),
                new LengthMoments(1d, 1d, 1d, row(p), row(q), row(p), row(q)))
    }

    static SubspaceMatch simpleMatches() {
        new SubspaceMatch('simple', 0.3d, [new SubspaceMatch.Group([0, 3], [2, 5]), new SubspaceMatch.Group([1], [4]),
                new SubspaceMatch.Group([2], [0])], 6, 7, [5], [], 0.9d, 2d)
    }

    /** Blocks of correlated units across both layers, a unit of x dead. */
    static Clustering clustering(int p, int q, int count, boolean tree) {
        var clusters = (0..<p + q).collect { it == 3 ? Clustering.NONE : it % count }
        var values = blocks(clusters)
        var merges = []
        if (tree) {
            var node = p + q
            var tops = (0..<count).collect { cluster ->
                var members = (0..<p + q).findAll { clusters[it] == cluster }
                members.tail().withIndex().inject(members[0]) { top, member ->
                    merges << new Clustering.Merge(top, member[0], 0.2d + 0.01d * merges.size())
                    node++
                }
            }
            tops.tail().inject(tops[0]) { top, other ->
                merges << new Clustering.Merge(top, other, 0.9d + 0.02d * merges.size())
                node++
            }
        }
        new Clustering(tree ? 'hierarchical-clusters' : 'spectral-clusters', clusters, p, count, Matrix.of(p + q, p + q, values), merges)
    }

    @CompileStatic
    private static double[] blocks(List<Integer> clusters) {
        var random = new Random(7)
        var n = clusters.size()
        var values = new double[n * n]
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                var together = clusters[i] == clusters[j] && i != 3
                values[i * n + j] = i == 3 || j == 3 ? 0d : i == j ? 1d : (together ? 0.6d : 0d) + 0.1d * random.nextGaussian()
                values[j * n + i] = values[i * n + j]
            }
        }
        return values
    }

    /** Unit j of y is predicted by unit j of x first, then by more and more. */
    static Prediction prediction(int p, int q) {
        var steps = (0..9).collect { step ->
            new Prediction.Step(Math.pow(0.6d, step), Matrix.of(p, q, weights(p, q, (int) step)),
                    Matrix.row((0..<q).collect { 0.5d * Math.pow(0.5d + 0.01d * it, Math.min(step, 4)) } as double[]),
                    IntVector.of((0..<q).collect { Math.min(step, p) } as int[]), 1e-8d)
        }
        var standard = { int n -> new Prediction.Standard(Matrix.row((0..<n).collect { 1d } as double[]), Matrix.row((0..<n).collect { 2d } as double[])) }
        new Prediction(steps, standard(p), standard(q), 5000L)
    }

    @CompileStatic
    private static double[] weights(int p, int q, int step) {
        var weights = new double[p * q]
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < q; j++) {
                var rank = (i - j + p) % p
                weights[i * q + j] = rank < step ? (rank % 2 == 1 ? -0.8d : 0.8d) / (rank + 1) : 0d
            }
        }
        return weights
    }

    /** Stripes that turn with the unit, lighter from patch to patch; every seventh unit was never active. */
    @CompileStatic
    static Images patches(Path folder, String layer, int units, int count, int edge) {
        var shape = new ImageShape(edge, edge, 3)
        Files.createDirectories(folder)
        List<List<Images.Patch>> all = (0..<units).collect { int unit ->
            (unit % 7 == 6 ? [] : (0..<count)).collect { k -> new Images.Patch(0, 10 * unit + (int) k, -2, 3, 5d - (int) k) }
        }
        int number = 0
        List<List<Images.Patch>> numbered = all.collect { patches ->
            patches.collect { new Images.Patch(number++, it.image(), it.top(), it.left(), it.activation()) }
        }
        var writer = Pixels.create(folder.resolve(layer + '-' + units + '.npy'), number, shape)
        numbered.eachWithIndex { patches, unit ->
            patches.eachWithIndex { patch, k ->
                writer.add(stripes((int) unit, (int) k, edge))
            }
        }
        new Images(layer, numbered, writer.finish())
    }

    @CompileStatic
    private static byte[] stripes(int unit, int lightness, int edge) {
        var image = new byte[edge * edge * 3]
        for (int p = 0; p < image.length; p++) {
            int pixel = p.intdiv(3)
            double along = (pixel % edge) * Math.cos(unit) + pixel.intdiv(edge) * Math.sin(unit)
            image[p] = (byte) (int) (128 + 80 * Math.sin(along * 12 / edge + (p % 3)) + 4 * lightness)
        }
        return image
    }

    /** A matching with all that tells of its units. */
    static List<Artifact> unitsOf(Path folder, int units) {
        var between = correlation(units, units, 1)
        var matched = bipartite(between)
        [new Matching('bipartite', matched.pairs(), between, matched.pairs().collect { 0.01d * (1 + it.unit() % 5) }),
         correlation(units, units, 11), correlation(units, units, 12),
         patches(folder.resolve('x'), 'conv1', units, 9, 11), patches(folder.resolve('y'), 'conv1', units, 9, 11),
         network(convnet(), units, 5, 5L), network(convnet(), units, 5, 6L), prediction(units, units),
         clustering(units, units, 20, true)]
    }

    static Table layers() {
        var layers = ['conv1', 'conv2', 'conv3', 'conv4', 'conv5', 'fc6', 'fc7', 'fc8']
        var rows = []
        ['sum', 'positions'].eachWithIndex { reading, r ->
            ['semi', 'bipartite'].eachWithIndex { method, m ->
                layers.eachWithIndex { layer, i ->
                    rows << [layer, reading, "$method, $reading".toString(), 0.7d - 0.06d * i + (i == 7 ? 0.2d : 0d) - 0.04d * m - 0.1d * r, 0.02d + 0.004d * i, 6L]
                }
            }
        }
        new Table(['layer', 'reading', 'matching', 'correlation', 'sd', 'pairs'], rows)
    }

    /** More and longer names than fit. */
    static Table crowded() {
        var rows = []
        (1..9).each { series ->
            (1..14).each { rows << ["condition number $it of fourteen".toString(), "a series with a long name, $series".toString(), Math.sin(series + it / 3d)] }
        }
        new Table(['condition', 'series', 'value'], rows)
    }

    static Table accuracies() {
        new Table(['epochs', 'accuracy'], [[1, 0.31d], [2, 0.44d], [5, 0.58d], [10, 0.66d], [20, 0.7012345d]])
    }

    /** A run as the study of convergent learning makes it, with every type of artifact. */
    static Run everything(Path directory) {
        var run = new Run(directory)
        run.question = '''Do networks that differ only in their initial weights learn the same units?
(Li, Yosinski, Clune, Lipson, Hopcroft, ICLR 2016)'''
        run.parameters = [images: '', epochs: 10, networks: 2]
        run.script = '''// Do networks that differ only in their initial weights learn the same units?
def images = dataset('synthetic')
def net1 = train('sgd', images.train, network: 'convnet', epochs: 10, replica: 1)
show "Between-net correlation, conv1", correlate('pearson', a, b)   // <b>not markup</b> & more
'''
        var images = run.task(Role.DATASET_SOURCE, 'synthetic', id: 'dataset-1', call: "dataset synthetic", state: CACHED, seconds: 3.2)
        var net1 = run.task(Role.TRAINER, 'sgd', of: [images: images], id: 'train-1', replica: 1, seconds: 31.4,
                call: "train sgd, network: convnet, epochs: 10, replica: 1")
        var net2 = run.task(Role.TRAINER, 'sgd', of: [images: images], id: 'train-2', replica: 2, seconds: 30.9, state: CACHED,
                call: "train sgd, network: convnet, epochs: 10, replica: 2",
                warnings: ['last training loss 2.29 is within 2 % of ln 10 = 2.303: the network did not learn'])
        var accuracy = run.task(Role.EVALUATOR, 'accuracy', of: [network: net1, images: images], id: 'evaluate-1', seconds: 0.7)
        var settings = [new UnitsSettings('conv1', 'sum'), new UnitsSettings('conv1', 'sum')]
        var moments = run.task(Role.ACTIVATION_RECORDER, 'units', of: [x: net1, y: net2, images: images], id: 'moments-1',
                settings: settings, call: 'record units, layer: conv1, reading: sum', seconds: 2.1)
        var pearson = run.task(Role.CORRELATION_METRIC, 'pearson', of: [moments: moments], id: 'correlate-1', seconds: 0.01)
        var matching1 = run.task(Role.MATCHER, 'semi', of: [correlation: pearson], id: 'match-1')
        var matching2 = run.task(Role.MATCHER, 'bipartite', of: [correlation: pearson], id: 'match-2')
        var svcca = run.task(Role.CORRELATION_METRIC, 'svcca', of: [moments: moments], id: 'correlate-2')
        var table = run.task(Role.SUMMARY, 'mean', of: [rows1: matching1, rows2: matching2], id: 'summarise-1')
        var broken = run.task(Role.TRAINER, 'sgd', of: [images: images], id: 'train-3', replica: 3, state: FAILED,
                call: 'train sgd, network: convnet, epochs: 10, learningRate: 10.0, replica: 3',
                message: 'the loss was NaN in epoch 2 at learning rate 10.0: try a smaller one')
        var skipped = run.task(Role.EVALUATOR, 'accuracy', of: [network: broken, images: images], id: 'evaluate-2',
                state: SKIPPED, message: 'waited for train-3')

        var matrix = correlation(96, 96, 1)
        var wide = correlation(24, 60, 2)
        var classNames = ['airplane', 'automobile', 'bird', 'a class with a rather long name']
        var data = directory.resolve('data')
        run.show('The images', [(new Dataset(examples(data, 40, classNames), examples(data, 8, classNames))): images])
        run.show('Training', [(curve(10, 0.4)): net1, (curve(10, 0.3)): net2])
        run.show('First-layer filters', [(network(convnet(), 32, 5, 5L)): net1])
        run.show('First-layer filters of an mlp', [(network(mlp(), 64, 32, 6L)): net1])
        run.show('Accuracy', [(new Scores([accuracy: 0.8123d, loss: 0.61234567d])): accuracy])
        run.show('Moments', [(Invented.moments(4, 3)): moments])
        run.show('Between-net correlation, conv1', [(matrix): pearson])
        run.show('Matchings, conv1', [(semi(matrix)): matching1, (bipartite(matrix)): matching2])
        run.show('One-to-one matching of unequal widths', [(bipartite(wide)): matching2])
        run.show('SVCCA', [(canonical('svcca', 40)): svcca])
        run.show('Matched correlations by layer', [(layers()): table])
        run.plot('Mean matched correlation against the depth of the layer, in both readings of a unit', layers(), table,
                x: 'layer', y: 'correlation', series: 'matching', band: 'sd')
        run.plot('Accuracy against epochs', accuracies(), table, x: 'epochs', y: 'accuracy')
        run.plot('Many lines over long names', crowded(), table, x: 'condition', y: 'value', series: 'series')
        run.show('Units of conv1', unitsOf(data, 32).collectEntries { [(it): it instanceof Network ? net1 : matching2] })
        run.show('Simple matches', [(simpleMatches()): matching1])
        run.show('Clusters of the units of both', [(clustering(24, 20, 4, false)): matching1])
        run.show('Tree of the units of both', [(clustering(24, 20, 4, true)): matching1])
        run.show('Who predicts whom', [(prediction(12, 10)): moments])
        run.show('Top patches, conv1', [(patches(data, 'conv1', 32, 9, 5)): moments])
        run.show('Similarity', [(new Similarity('cka', 0.8125d, 5000L, 24, 20, [deadX: 1d, rankX: 23d])): svcca])
        run.show('Samples', [(new Samples(data.resolve('x.npy'), 5000L, 24, 25)): moments])
        run.show('Gram matrix', [(new Gram(Matrix.of(2, 2, 1d, -1d, -1d, 1d), 24)): moments])
        run.fail('What never came', skipped)
        run
    }
}

package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.network.Reading.FLATTEN
import static org.repframework.plugin.deeplearning4j.network.Reading.MAX
import static org.repframework.plugin.deeplearning4j.network.Reading.POSITIONS
import static org.repframework.plugin.deeplearning4j.network.Reading.SUM

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.numerics.GramAccumulator
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.plugin.deeplearning4j.network.SampledPositions
import org.repframework.spi.ActivationRecorder.Pair
import org.repframework.spi.Examples
import org.repframework.spi.IntVector
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.Recording
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class RecordedEvidenceSpecification extends Specification {

    static final IMAGES = 150

    @Shared
    @TempDir
    Path folder

    @Shared
    Examples probes

    @Shared
    Network one

    @Shared
    Network two

    def recorder = new UnitRecorder()

    def setupSpec() {
        probes = images(folder, IMAGES, 3, 5)
        one = Fixtures.train([learningRate: 0.03d], images(folder, 60), new TestContext(folder))
        two = Fixtures.train([learningRate: 0.03d], images(folder, 90, 3, 9), new TestContext(folder))
    }

    def "the samples of #layer by #reading are plain Deeplearning4j's activations"() {
        given:
        def expected = PlainDeeplearning4j.samples(one, probes, layer, reading)

        when:
        def samples = samples(one, layer: layer, reading: reading)

        then:
        samples.samplesPerImage() == (reading == POSITIONS ? expected.size() / IMAGES : 1)
        near(samples.matrix(), expected)

        where:
        layer   | reading
        'conv1' | POSITIONS
        'conv2' | FLATTEN
        'conv3' | MAX
        'pool5' | SUM
        'fc7'   | SUM
    }

    def "several recordings give the samples that each gives alone"() {
        given:
        def asked = [
            recording(one, layer: 'conv1'), recording(two, layer: 'conv1'), recording(one, layer: 'conv2', reading: POSITIONS),
            recording(one, layer: 'conv2', reading: POSITIONS, sample: 3), recording(one, layer: 'conv1', shuffle: 1),
            recording(one, layer: 'conv1')
        ]

        expect:
        recorder.samples(asked, probes, new TestContext(folder))*.matrix() ==
                asked.collect { recorder.samples([it], probes, new TestContext(folder))[0].matrix() }
    }

    def "the Gram matrix of #settings is made of the centred samples, and leaves nothing on the disk"() {
        given:
        def centred = centre(samples(settings, one).matrix())
        def context = new TestContext(folder)

        when:
        def gram = recorder.grams([recording(settings, one)], probes, context)[0]

        then:
        gram.units() == centred[0].size()
        near(gram.values(), centred.collect { a -> centred.collect { b -> product(a, b) } }, 1e-12d)
        gram.values() == gram.values().transposed()
        Files.list(context.scratch()).toList().empty

        where:
        settings << [
            [layer: 'conv1', reading: FLATTEN], [layer: 'conv3'], [layer: 'conv4', reading: POSITIONS, sample: 1],
            [layer: 'fc7', shuffle: 2]
        ]
    }

    def "a Gram matrix that does not fit is refused with the numbers, before a network runs"() {
        given: 'a probe set that is long only by naming the same image again and again'
        def many = 60_000
        def longer = new Examples(
                probes.pixels().select(IntVector.of(new int[many])),
                IntVector.of(new int[many]), probes.classNames())
        def context = new TestContext(folder)

        when:
        recorder.grams([recording(one, layer: 'conv1', reading: FLATTEN)], longer, context)

        then:
        def failure = thrown(StageFailure)
        failure.message.contains("Gram matrix of layer 'conv1' by flatten over 60000 images takes")
        failure.message.contains('60000 samples x 2048 units')
        failure.message =~ /Record at most \d+ images/
        context.progress.empty
    }

    def "the largest number of samples said to fit does, and one more does not"() {
        when:
        def most = GramAccumulator.mostSamples(units, arrays, heap)

        then:
        most == expected
        expected == 0 || GramAccumulator.bytes(most, units) <= arrays
        expected == 0 || 16L * most * most <= heap
        GramAccumulator.bytes(most + 1, units) > arrays || 16L * (most + 1) * (most + 1) > heap

        where:
        units | arrays   | heap     || expected
        32768 | 1L << 30 | 1L << 31 || 5943
        32768 | 1L << 34 | 1L << 30 || 8192
        10    | 100      | 1L << 30 || 0
    }

    def "positions drawn are rows of all positions, the same for two networks, other ones in another draw"() {
        given:
        def all = [one, two].collect { samples(it, layer: 'conv1', reading: POSITIONS).matrix() }

        when:
        def drawn = [one, two].collect { samples(it, layer: 'conv1', reading: POSITIONS, sample: 5, draw: draw) }
        def chosen = (0..<IMAGES).collect { new SampledPositions(draw, 5, 64).of(it).toList() }

        then:
        drawn*.samplesPerImage() == [5, 5]
        [0, 1].every { net ->
            (0..<IMAGES * 5).every { row ->
                def image = row.intdiv(5)
                drawn[net].matrix().rowAt(row) == all[net].rowAt(image * 64 + chosen[image][row % 5])
            }
        }

        and: 'each image has its own positions, in ascending order'
        chosen.every { it.size() == 5 && it == it.toSorted().unique() && it[0] >= 0 && it[-1] < 64 }
        chosen.unique(false).size() > IMAGES - 5

        where:
        draw << [1, 2]
    }

    def "every position is drawn equally often, and draws differ"() {
        given:
        def counts = new int[16]

        when:
        (1..20).each { draw ->
            (0..<1000).each { new SampledPositions(draw, 4, 16).of(it).each { counts[it]++ } }
        }

        then: 'expected 5 000, standard deviation 61'
        counts.every { Math.abs(it - 5000) < 250 }
        new SampledPositions(1, 16, 16).of(3) == (0..15) as int[]
        (0..<100).collect { new SampledPositions(1, 4, 16).of(it).toList() } !=
                (0..<100).collect { new SampledPositions(2, 4, 16).of(it).toList() }
    }

    def "a shuffled recording has the samples of whole images in another order, the same for every network"() {
        given:
        def order = new ShuffledImages(3, IMAGES).order().toArray()

        expect:
        order.toList().toSorted() == (0..<IMAGES).toList()
        order.toList() != (0..<IMAGES).toList()
        order.toList() != new ShuffledImages(4, IMAGES).order().toArray().toList()
        [one, two].every { net ->
            def natural = samples(net, layer: 'conv2', reading: POSITIONS).matrix()
            def shuffled = samples(net, layer: 'conv2', reading: POSITIONS, shuffle: 3).matrix()
            near(shuffled, (0..<IMAGES * 16).collect { natural.rowAt(order[it.intdiv(16)] * 16 + it % 16).toList() }, 1e-6d)
        }
    }

    def "shuffled images take away what two networks share, though each has its own moments still"() {
        given:
        def natural = recording(one, layer: 'conv1')
        def asked = [0, 1, 2].collect { new Pair(natural, recording(two, layer: 'conv1', shuffle: it)) }

        when:
        def (together, first, second) = recorder.jointMoments(asked, probes, new TestContext(folder))

        then:
        [first, second].every { near(it.yy(), rows(together.yy()), 1e-5d) && it.xx() == together.xx() }
        [first, second].every { squares(it.xy()) < 0.2 * squares(together.xy()) }
        first.xy() != second.xy()
    }

    def "#settings of #layer is refused with the numbers"() {
        when:
        recorder.describe(recording([layer: layer] + settings, one).settings(), describe(one), describe(some))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == subject
        refusal.message.startsWith(message)

        where:
        layer   | settings                        | subject   || message
        'conv1' | [sample: 5]                     | 'sample'  || "sample: 5 draws positions, but reading: 'sum' makes one sample of an image"
        'conv1' | [reading: POSITIONS, draw: 2]   | 'draw'    || 'draw: 2 of all positions'
        'conv2' | [reading: POSITIONS, sample: 17] | 'sample' || "sample: 17 of the 16 positions (4x4) that 'conv2' has"
        'fc6'   | [reading: POSITIONS, sample: 2] | 'sample'  || "sample: 2 of the 1 position (1x1) that 'fc6' has"
        'conv1' | [shuffle: 4]                    | 'shuffle' || 'shuffle: 4 of 1 image'
        some = subject == 'shuffle' ? images(folder, 1) : probes
    }

    private static Recording recording(Map given, Network network) {
        def all = [reading: SUM, sample: 0, draw: 1, shuffle: 0] + given
        new Recording(new UnitRecorder.Settings(all.layer, all.reading, all.sample, all.draw, all.shuffle), network)
    }

    private samples(Map settings, Network network) {
        recorder.samples([recording(settings, network)], probes, new TestContext(folder))[0]
    }

    private static List<List<Double>> rows(Matrix matrix) {
        (0..<matrix.rows()).collect { matrix.rowAt(it).toList() }
    }

    private static List<double[]> centre(Matrix matrix) {
        def means = rows(matrix).transpose().collect { it.sum() / it.size() }
        rows(matrix).collect { [it, means].transpose().collect { value, mean -> value - mean } as double[] }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i]
        }
        sum
    }

    private static double squares(Matrix matrix) {
        matrix.toArray().collect { it * it }.sum()
    }

    private static boolean near(Matrix actual, List<List<Double>> expected, double tolerance = 1e-4d) {
        def scale = expected.flatten().collect { Math.abs(it) }.max()
        scale > 0 && actual.rows() == expected.size() && (0..<actual.rows()).every { row ->
            (0..<actual.columns()).every { Math.abs(actual.at(row, it) - expected[row][it]) < tolerance * scale }
        }
    }
}

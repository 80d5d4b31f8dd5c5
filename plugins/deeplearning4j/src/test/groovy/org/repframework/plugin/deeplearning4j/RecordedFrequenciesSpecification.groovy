package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.network.Reading.DFT
import static org.repframework.plugin.deeplearning4j.network.Reading.FLATTEN
import static org.repframework.plugin.deeplearning4j.network.Reading.SUM

import java.nio.file.Path
import org.repframework.numerics.FrequencyMomentAccumulator
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.spi.ActivationRecorder.Pair
import org.repframework.spi.Architecture
import org.repframework.spi.Examples
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.ImageShape
import org.repframework.spi.Layer
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.Recording
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class RecordedFrequenciesSpecification extends Specification {

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

    def "the moments of #layer are those of the Fourier transform of its activations at every position"() {
        given:
        def shape = one.architecture().shapes()[one.architecture().indexOf(layer)]
        def flat = [one, two].collect { flattened(it, layer) }
        def sums = new FrequencyMomentAccumulator(shape, shape)
        sums.add(IMAGES, flat[0], flat[1])

        when:
        def (pair, itself) = record([pair(one, layer, two, layer), pair(two, layer, two, layer)])

        then:
        pair == sums.result()
        pair.frequencies().sum { it.weight() } == shape.height() * shape.width()
        itself.xx() == itself.yy()
        itself.xx() == itself.xy()
        itself.xx() == pair.yy()

        cleanup:
        sums.close()

        where:
        layer << ['conv2', 'conv3']
    }

    def "at frequency (0, 0) they are those of the channels' sums"() {
        when:
        def found = record([pair(one, 'conv1', two, 'conv1')])[0].at(0)
        def sums = recorder.jointMoments(
                [pair(one, 'conv1', two, 'conv1', SUM)], probes, new TestContext(folder))[0]

        then: 'which are made in single precision'
        near(found.xx(), sums.xx(), 1e-5)
        near(found.xy(), sums.xy(), 1e-5)
        near(found.yy(), sums.yy(), 1e-5)
    }

    def "layers of unequal size are compared at the low frequencies that both have, with a warning"() {
        given:
        def context = new TestContext(folder)
        context.warningsExpected = true

        when:
        def moments = recorder.frequencyMoments([pair(one, x, two, y)], probes, context)[0]

        then:
        moments.frequencies() == frequencies
        context.warnings == [warning]

        where:
        x       | y       || frequencies                 | warning
        'conv1' | 'fc7'   || [new Frequency(0, 0, 1)]    | "'conv1' has 8x8 positions and 'fc7' 1x1: compared at the frequency (0, 0), the only one that both have"
        'conv2' | 'conv1' || [[0, 0], [1, 0], [-1, 1], [0, 1], [1, 1]].collect { r, c -> new Frequency(r, c, r == 0 && c == 0 ? 1 : 2) } | "'conv2' has 4x4 positions and 'conv1' 8x8: compared at the 5 low frequencies that both have"
    }

    def "the moments of a dense layer are its own"() {
        when:
        def found = record([pair(one, 'fc6', two, 'fc7')])[0]
        def expected = recorder.jointMoments([pair(one, 'fc6', two, 'fc7', SUM)], probes, new TestContext(folder))[0]

        then:
        found.frequencies() == [new Frequency(0, 0, 1)]
        near(found.at(0).xx(), expected.xx(), 1e-12)
        near(found.at(0).xy(), expected.xy(), 1e-12)
        found.at(0).deadX() == expected.deadX()
    }

    def "the recording is described by frequency, an image a sample and a channel a unit"() {
        expect:
        with(recorder.describe(recording(one, 'conv2').settings(), describe(one), describe(probes))) {
            it.byFrequency()
            it.reading() == 'dft'
            it.samples() == IMAGES
            it.units() == 64
        }
    }

    def "it has no positions to draw, and nothing that is not by frequency"() {
        when:
        new UnitRecorder.Settings('conv1', DFT, 5, 1, 0)

        then:
        def refusal = thrown(Refusal)
        refusal.message.startsWith("sample: 5 draws positions, but reading: 'dft' makes one sample of an image")

        when:
        recorder.samples([recording(one, 'conv1')], probes, new TestContext(folder))

        then:
        def error = thrown(IllegalArgumentException)
        error.message == "'conv1' is recorded by frequency"
    }

    def "a layer whose sums do not fit is refused with the numbers, before a network runs"() {
        given:
        def architecture = new Architecture('wide', new ImageShape(64, 64, 3), [
            new Layer.Convolution('conv1', 8192, 3, Layer.Activation.RELU), new Layer.Dense('logits', 3, Layer.Activation.IDENTITY)])
        def wide = new Network(architecture, ['a', 'b', 'c'], one.normalisation(), 0, one.filters(), folder.resolve('none'))
        def context = new TestContext(folder)

        when:
        recorder.frequencyMoments([pair(wide, 'conv1', wide, 'conv1')], probes, context)

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith("not enough memory: the moments of layers 'conv1' and 'conv1' at 2050 frequencies take " +
                '12335.04 GB (8192 and 8192 channels), and as much heap; a worker may use ')
        failure.message.endsWith("Take fewer workers, or another reading than 'dft'")
        context.progress.empty
    }

    def "activations that are not numbers are a failure that counts channels"() {
        when:
        record([pair(Fixtures.diverged(one, folder), 'conv1', one, 'conv1')])

        then:
        def failure = thrown(StageFailure)
        failure.message =~ /^\d+ of 32 units of layer 'conv1'/
    }

    private List<FrequencyMoments> record(List<Pair> pairs) {
        recorder.frequencyMoments(pairs, probes, new TestContext(folder))
    }

    private static Pair pair(Network x, String layerX, Network y, String layerY, Reading reading = DFT) {
        new Pair(recording(x, layerX, reading), recording(y, layerY, reading))
    }

    private static Recording recording(Network network, String layer, Reading reading = DFT) {
        new Recording(new UnitRecorder.Settings(layer, reading), network)
    }

    private double[] flattened(Network network, String layer) {
        recorder.samples([recording(network, layer, FLATTEN)], probes, new TestContext(folder))[0].matrix().toArray()
    }

    private static boolean near(Matrix actual, Matrix expected, double tolerance) {
        def scale = expected.toArray().collect { Math.abs(it) }.max()
        [actual.toArray(), expected.toArray()].transpose().every { a, b -> Math.abs(a - b) <= tolerance * scale }
    }
}

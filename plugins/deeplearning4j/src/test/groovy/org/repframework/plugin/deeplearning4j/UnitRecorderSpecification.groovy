package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.network.Reading.FLATTEN
import static org.repframework.plugin.deeplearning4j.network.Reading.MAX
import static org.repframework.plugin.deeplearning4j.network.Reading.MEAN
import static org.repframework.plugin.deeplearning4j.network.Reading.POSITIONS
import static org.repframework.plugin.deeplearning4j.network.Reading.SUM

import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.spi.ActivationRecorder.Pair
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.Recording
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class UnitRecorderSpecification extends Specification {

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
        probes = images(folder, 150, 3, 5)
        one = train(images(folder, 60))
        two = train(images(folder, 90, 3, 9))
    }

    private Network train(Examples examples) {
        Fixtures.train([learningRate: 0.03d], examples, new TestContext(folder))
    }

    def "the moments of #layer by #reading are those of plain Deeplearning4j's activations"() {
        given:
        def x = PlainDeeplearning4j.samples(one, probes, layer, reading)
        def y = PlainDeeplearning4j.samples(two, probes, layer, reading)

        when:
        def moments = record([pair(one, layer, reading, two, layer, reading)])[0]

        then:
        moments.samples() == x.size()
        moments.unitsX() == x[0].size()
        near(moments.meanX(), [mean(x)])
        near(moments.meanY(), [mean(y)])
        near(moments.xy(), products(x, y))
        near(moments.xx(), products(x, x))
        near(moments.yy(), products(y, y))

        where:
        layer   | reading
        'conv1' | SUM
        'conv2' | MEAN
        'conv2' | MAX
        'conv3' | POSITIONS
        'conv5' | FLATTEN
        'pool5' | SUM
        'fc6'   | SUM
    }

    private static List<Double> mean(List<List<Double>> rows) {
        rows.transpose().collect { it.sum() / it.size() }
    }

    private static List<List<Double>> products(List<List<Double>> x, List<List<Double>> y) {
        def columns = { rows ->
            [rows.transpose(), mean(rows)].transpose().collect { column, mean ->
                column.collect { it - mean } as double[]
            }
        }
        def right = columns(y)
        columns(x).collect { a -> right.collect { b -> product(a, b) } }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i]
        }
        sum
    }

    private static boolean near(Matrix actual, List<List<Double>> expected) {
        def scale = expected.flatten().collect { Math.abs(it) }.max()
        scale > 0 && (0..<actual.rows()).every { row ->
            (0..<actual.columns()).every { Math.abs(actual.at(row, it) - expected[row][it]) < 1e-4 * scale }
        }
    }

    def "a pair's moments do not depend on the other pairs, bit for bit"() {
        given:
        def pairs = [
            pair(one, 'conv1', SUM, two, 'conv1', SUM),
            pair(one, 'conv1', POSITIONS, one, 'conv1', POSITIONS),
            pair(two, 'fc8', SUM, one, 'conv5', MAX),
            pair(two, 'conv4', MEAN, one, 'conv5', MAX),
            pair(one, 'fc7', FLATTEN, one, 'fc7', MAX),
            pair(one, 'conv1', SUM, two, 'conv1', SUM)
        ]

        expect:
        record(pairs) == pairs.collect { record([it])[0] }
    }

    def "a recording with itself has equal sides"() {
        when:
        def moments = record([pair(one, 'conv2', SUM, one, 'conv2', SUM)])[0]

        then:
        moments.xx() == moments.yy()
        moments.xx() == moments.xy()
        moments.meanX() == moments.meanY()
    }

    def "every reading of a dense layer is the same"() {
        given:
        def readings = Reading.values() - Reading.DFT // whose moments are by frequency

        when:
        def moments = record(readings.collect { pair(one, 'fc6', it, two, 'fc7', it) })

        then:
        moments.unique().size() == 1
    }

    def "the network's two sizes of block are progress in images"() {
        given:
        def context = new TestContext(folder)

        when:
        recorder.jointMoments([pair(one, 'conv1', SUM, one, 'conv1', SUM)], probes, context)

        then:
        context.progress == [[128, 150, 'images'], [150, 150, 'images']]
    }

    def "#reading of #layer is described as #samples samples of #units units"() {
        expect:
        with(recorder.describe(settings(layer, reading), describe(one), describe(probes))) {
            it.layer() == layer
            it.reading() == reading.name().toLowerCase()
            it.samples() == samples
            it.units() == units
        }

        where:
        layer   | reading   || samples  | units
        'conv1' | SUM       || 150      | 32
        'conv1' | POSITIONS || 150 * 64 | 32
        'conv2' | FLATTEN   || 150      | 16 * 64
        'conv2' | MAX       || 150      | 64
        'fc8'   | POSITIONS || 150      | 3
    }

    def "a layer that does not exist is refused with those that do"() {
        when:
        recorder.describe(settings('conv6', SUM), describe(one), describe(probes))

        then:
        def refusal = thrown(Refusal)
        refusal.value() == 'conv6'
        refusal.possible() == one.architecture().layers()*.name()
    }

    def "images of another shape are refused"() {
        when:
        recorder.describe(
                settings('conv1', SUM), describe(one), new Description.OfExamples([5, 4], new ImageShape(8, 9, 3), ['a', 'b']))

        then:
        def refusal = thrown(Refusal)
        refusal.message.contains('8x9x3')
    }

    def "activations of #value are a failure that names the layer, and those below are not"() {
        given: 'one weight of unit 5 of conv3'
        def weights = ModelFile.read(one)
        weights[2].weights()[5] = value
        def broken = ModelFile.write(
                folder.resolve("broken-${value}-${reading}.zip"), one.architecture(), one.classNames(), one.normalisation(), 0, weights)

        expect:
        record([pair(broken, 'conv2', SUM, one, 'fc8', SUM)])[0].samples() == 150

        when:
        record([pair(one, 'conv3', reading, broken, 'conv3', reading)])

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith("1 of $units units of layer 'conv3' of the convnet in ${broken.model()} ")
        failure.message.contains('smaller learningRate')

        where:
        value                   | reading   || units
        Float.NaN               | SUM       || 96
        Float.NaN               | MAX       || 96
        Float.POSITIVE_INFINITY | POSITIONS || 96
    }

    private List<JointMoments> record(List pairs) {
        recorder.jointMoments(pairs, probes, new TestContext(folder))
    }

    private static UnitRecorder.Settings settings(String layer, Reading reading) {
        new UnitRecorder.Settings(layer, reading)
    }

    private static Pair pair(Network x, String layerX, Reading readingX, Network y, String layerY, Reading readingY) {
        new Pair(new Recording(settings(layerX, readingX), x), new Recording(settings(layerY, readingY), y))
    }
}

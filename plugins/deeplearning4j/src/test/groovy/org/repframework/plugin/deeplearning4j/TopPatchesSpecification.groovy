package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.model.LayerWeights
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.plugin.deeplearning4j.network.ReceptiveField
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.spi.Architecture
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Images
import org.repframework.spi.IntVector
import org.repframework.spi.Layer
import org.repframework.spi.Layer.Activation
import org.repframework.spi.Layer.Padding
import org.repframework.spi.Network
import org.repframework.spi.Pixels
import org.repframework.spi.Recording
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class TopPatchesSpecification extends Specification {

    static final NORMALISATION = new Network.Normalisation([0d], [1d])

    @Shared
    @TempDir
    Path folder

    @Shared
    Examples probes

    @Shared
    Network network

    def context = new TestContext(folder)

    def setupSpec() {
        probes = images(folder, 150, 3, 5)
        network = Fixtures.train([learningRate: 0.03d], images(folder, 60), new TestContext(folder))
    }

    def "the patches of #layer are at the largest activations, found a second way"() {
        given:
        def shape = network.architecture().shapes()[network.architecture().indexOf(layer)]
        def positions = shape.height() * shape.width()
        def all = PlainDeeplearning4j.samples(network, probes, layer, Reading.POSITIONS)
        def fields = [ReceptiveField.vertical(network.architecture(), layer), ReceptiveField.horizontal(network.architecture(), layer)]
        context.warningsExpected = true

        when:
        def patches = record(network, probes, layer, 4)

        then:
        patches.layer() == layer
        patches.units().size() == shape.channels()
        (0..<shape.channels()).every { unit ->
            def strongest = (0..<150).collect { image ->
                def values = (0..<positions).collect { all[image * positions + it][unit] }
                [image: image, value: values.max(), values: values]
            }.findAll { it.value > 0 }.sort { -it.value }.take(4)
            def found = patches.units()[unit]
            found.size() == strongest.size() && (0..<found.size()).every { rank ->
                def patch = found[rank]
                def expected = strongest[rank]
                Math.abs(patch.activation() - expected.value) <= 1e-4 * strongest[0].value
                        && (patch.image() == expected.image || Math.abs(patch.activation() - strongest.find { it.image == patch.image() }.value) < 1e-4)
            }
        }

        where:
        layer << ['conv1', 'pool1', 'conv3', 'fc6']
    }

    def "a unit that answers to one bright pixel is shown where it is, cut at the border"() {
        given: 'a unit that sums a window of 3x3, on images black but for one pixel'
        def spots = [[5, 5, 50], [0, 9, 200], [3, 0, 100], [9, 9, 150]]
        def examples = pictures(10, 10, spots.collect { y, x, value -> [[y, x, value]] })

        when:
        def patches = record(summing(3, 10, 10), examples, 'only', 3)

        then: 'of the nine positions that see the pixel the first'
        patches.pixels().shape() == new ImageShape(3, 3, 1)
        patches.units()[0]*.image() == [1, 3, 2]
        patches.units()[0]*.activation() == [200d, 150d, 100d]
        patches.units()[0].collect { [it.top(), it.left()] } == [[-1, 7], [7, 7], [1, -1]]
        patches.units()[0].collect { grid(patches.pixels(), it.number()) } == [
            [[0, 0, 0], [0, 0, 200], [0, 0, 0]], [[0, 0, 0], [0, 0, 0], [0, 0, 150]], [[0, 0, 0], [0, 0, 0], [0, 100, 0]]
        ].collect { it as List }
    }

    def "equally strong images are in their order, and an image has one patch"() {
        given:
        def bright = [[[2, 2, 90], [7, 7, 90]]]
        def examples = pictures(10, 10, bright * 5)

        expect:
        record(summing(3, 10, 10), examples, 'only', 3).units()[0].collect { [it.image(), it.top(), it.left()] } ==
                (0..2).collect { [it, 0, 0] }
    }

    def "of a field larger than the image there is the image, black where the field does not reach"() {
        given: 'a window of 9x9 on images of 4x4'
        def examples = pictures(4, 4, [[[0, 0, 10], [1, 1, 20], [3, 3, 30]]])
        context.warningsExpected = true

        when:
        def patches = record(summing(9, 4, 4), examples, 'only', 1)

        then: 'every position sees every pixel'
        patches.units()[0].collect { [it.top(), it.left(), it.activation()] } == [[0, 0, 60d]]
        grid(patches.pixels(), 0) == [[10, 0, 0, 0], [0, 20, 0, 0], [0, 0, 0, 0], [0, 0, 0, 30]]

        when: 'a window of 5x5, whose first position does not see the last row and column'
        def some = record(summing(5, 4, 4), pictures(4, 4, [[[0, 0, 90], [3, 3, 30]]]), 'only', 1)

        then: 'position (1, 1) is the first that sees both'
        some.units()[0].collect { [it.top(), it.left(), it.activation()] } == [[0, 0, 120d]]
        grid(some.pixels(), 0) == [[90, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 30]]
    }

    def "a unit that is never active has no patches, and is counted"() {
        given:
        context.warningsExpected = true

        when:
        def patches = record(summing(3, 10, 10, -1f), pictures(10, 10, [[[1, 1, 9]], [[2, 2, 9]]]), 'only', 2)

        then:
        patches.units() == [[]]
        patches.pixels().count() == 0
        context.warnings == ["'only': 1 of 1 units are never active on 2 images and have no patches: [0]"]
    }

    def "of fewer images than patches all are shown, with a warning"() {
        given:
        context.warningsExpected = true

        when:
        def patches = record(summing(3, 10, 10), pictures(10, 10, [[[1, 1, 9]], [[2, 2, 19]]]), 'only', 9)

        then:
        patches.units()[0]*.image() == [1, 0]
        context.warnings == ["'only': 9 patches of each unit were asked for, but there are only 2 images; all of them are shown"]
    }

    def "of the recordings of a pass only those are warned of that there is something to warn of"() {
        given:
        context.warningsExpected = true
        def images = pictures(10, 10, [[[1, 1, 9]], [[2, 2, 19]]])
        def asked = [1f, -1f, 1f].collect { new Recording(new TopPatches.Settings('only', 2), summing(3, 10, 10, it)) }

        when:
        new TopPatches().record(asked, images, context)

        then:
        context.warnings == ["'only': 1 of 1 units are never active on 2 images and have no patches: [0]"]
        context.warnedResults == [1]
    }

    def "a layer without positions is shown whole images"() {
        given:
        context.warningsExpected = true

        when:
        def patches = record(network, probes, 'fc7', 2)
        def first = patches.units().find { it }[0]
        def image = new byte[probes.pixels().shape().size()]
        probes.pixels().read(first.image(), image, 0)
        def patch = new byte[image.length]
        patches.pixels().read(first.number(), patch, 0)

        then:
        patches.pixels().shape() == probes.pixels().shape()
        [first.top(), first.left()] == [0, 0]
        patch == image
    }

    def "one pass gives many layers and networks the patches that each has alone"() {
        given:
        context.warningsExpected = true
        def other = Fixtures.train([learningRate: 0.03d], images(folder, 90, 3, 9), context)
        def asked = ['conv1', 'fc8', 'conv3', 'conv3'].withIndex().collect { layer, i ->
            new Recording(new TopPatches.Settings(layer, 2 + i), network)
        } + [new Recording(new TopPatches.Settings('conv3', 3), other)]

        when:
        def together = new TopPatches().record(asked, probes, context)
        def alone = asked.collect { new TopPatches().record([it], probes, context)[0] }

        then:
        together*.units() == alone*.units()
        together.collect { bytes(it.pixels()) } == alone.collect { bytes(it.pixels()) }
    }

    def "a layer that does not exist is refused, and a network that computes NaN fails"() {
        when:
        new TopPatches().describe(new TopPatches.Settings('conv9', 9), describe(network), describe(probes))

        then:
        def refusal = thrown(Refusal)
        refusal.possible().contains('conv5')

        when:
        record(Fixtures.diverged(network, folder), probes, 'conv1', 9)

        then:
        def failure = thrown(StageFailure)
        failure.message.contains("layer 'conv1'")
    }

    private Images record(Network net, Examples examples, String layer, int count) {
        new TopPatches().record([new Recording(new TopPatches.Settings(layer, count), net)], examples, context)[0]
    }

    /** A unit that is the sum over a window, times a factor. */
    private Network summing(int window, int height, int width, float factor = 1f) {
        def architecture = new Architecture('summing', new ImageShape(height, width, 1), [
            new Layer.Convolution('only', 1, window, 1, Padding.SAME, Activation.RELU),
            new Layer.Dense('logits', 2, Activation.IDENTITY)
        ])
        def weights = LearnedLayer.of(architecture).collect { LayerWeights.zeros(it) }
        Arrays.fill(weights[0].weights(), factor)
        ModelFile.write(folder.resolve("summing-${window}-${height}-${factor}.zip"), architecture, ['a', 'b'], NORMALISATION, 0, weights)
    }

    /** @param spots of each image: row, column and brightness */
    private Examples pictures(int height, int width, List<List<List<Integer>>> spots) {
        def writer = Pixels.create(Files.createTempFile(folder, 'spots', '.npy'), spots.size(), new ImageShape(height, width, 1))
        spots.each { all ->
            def image = new byte[height * width]
            all.each { y, x, value -> image[y * width + x] = (byte) value }
            writer.add(image)
        }
        new Examples(writer.finish(), IntVector.of(new int[spots.size()]), ['a', 'b'])
    }

    private static List<List<Integer>> grid(Pixels pixels, int number) {
        def image = new byte[pixels.shape().size()]
        pixels.read(number, image, 0)
        image.toList().collect { it & 0xff }.collate(pixels.shape().width())
    }

    private static List<List<Byte>> bytes(Pixels pixels) {
        (0..<pixels.count()).collect {
            def image = new byte[pixels.shape().size()]
            pixels.read(it, image, 0)
            image.toList()
        }
    }
}

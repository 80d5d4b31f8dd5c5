package org.repframework.plugin.deeplearning4j.network

import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.Fixtures
import org.repframework.plugin.deeplearning4j.TestContext
import org.repframework.spi.ImageShape
import spock.lang.Specification
import spock.lang.TempDir

class AugmentationSpecification extends Specification {

    static final SHAPE = new ImageShape(3, 4, 2)

    @TempDir
    Path folder

    def "an image is seen as it is or mirrored, each in about half of the epochs"() {
        given:
        def shown = (0..<200).collect { show(new Augmentation(true, 0, 5), it, 3) }

        expect:
        shown.unique(false) as Set == [pixels(), mirrored(pixels())] as Set
        Math.abs(shown.count(pixels()) - 100) < 30
    }

    def "a crop shifts the image by up to its number of pixels and leaves the mean colour behind"() {
        given:
        def shown = (0..<200).collect { show(new Augmentation(false, 1, 5), it, 3) }
        def shifts = [(-1..1), (-1..1)].combinations { down, right -> shifted(pixels(), down, right) }

        expect:
        shown as Set == shifts as Set
    }

    def "what is drawn hangs on seed, epoch and image"() {
        given:
        def both = { seed, epoch, image -> show(new Augmentation(true, 2, seed), epoch, image) }
        def series = { Closure one -> (0..<20).collect(one) }

        expect:
        series { both(1, it, 3) } == series { both(1, it, 3) }
        series { both(1, it, 3) } != series { both(2, it, 3) }
        series { both(1, it, 3) } != series { both(1, it, 4) }
        series { both(1, 1, it) } != series { both(1, 2, it) }
    }

    def "a network learns from augmented images, and from others than those that are not"() {
        given:
        def images = Fixtures.images(folder, 60)
        def train = { changes -> Fixtures.train([network: 'mlp'] + changes, images, new TestContext(folder)) }
        def all = [[:], [mirror: true], [crop: 2], [mirror: true, crop: 2], [mirror: true, crop: 2]]

        expect:
        all.collect { Fixtures.weights(train(it)) }.unique().size() == 4
    }

    /** Images x ...: the second of two is looked at. */
    private static List<Float> show(Augmentation augmentation, int epoch, int image) {
        def size = SHAPE.size()
        def source = ((0..<size).collect { -1f } + pixels()) as float[]
        def target = new float[2 * size]
        augmentation.show(epoch, image, source, target, size, SHAPE)
        target.toList().drop(size)
    }

    private static List<Float> pixels() {
        (1..SHAPE.size()).collect { it as float }
    }

    private static List<Float> mirrored(List<Float> image) {
        rows(image).collectMany { it.reverse().collectMany { pixel -> pixel } }
    }

    private static List<Float> shifted(List<Float> image, int down, int right) {
        def rows = rows(image)
        (0..<3).collectMany { y ->
            (0..<4).collectMany { x ->
                y + down in 0..<3 && x + right in 0..<4 ? rows[y + down][x + right] : [0f, 0f]
            }
        }
    }

    private static List<List<List<Float>>> rows(List<Float> image) {
        image.collate(2).collate(4)
    }
}

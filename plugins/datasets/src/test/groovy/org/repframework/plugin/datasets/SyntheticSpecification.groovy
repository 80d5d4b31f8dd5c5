package org.repframework.plugin.datasets

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class SyntheticSpecification extends Specification {

    @TempDir
    Path folder

    def "what is drawn is what was described"() {
        given:
        def settings = new Synthetic.Settings(43, 21, 10, 0.4)

        when:
        def described = new Synthetic().describe(settings)
        def dataset = draw(settings)

        then:
        described.train().classCounts() == [5, 5, 5, 4, 4, 4, 4, 4, 4, 4]
        described.test().classCounts() == [3, 2, 2, 2, 2, 2, 2, 2, 2, 2]
        described.train().shape() == new ImageShape(32, 32, 3)
        [[dataset.train(), described.train()], [dataset.test(), described.test()]].each { examples, description ->
            assert examples.labels().toArray().toList().countBy { it }.values().toList() == description.classCounts()
            assert examples.pixels().shape() == description.shape()
            assert examples.classNames() == description.classNames()
        }
    }

    def "classes are sorted by name, and as many are man-made as natural"() {
        expect:
        def classes = SyntheticClass.first(count)
        classes*.title() == classes*.title().sort(false)
        classes.count { it.group() == SyntheticClass.Group.MAN_MADE } == count / 2
        classes.size() == count

        where:
        count << [4, 6, 8, 10, 12]
    }

    def "the groups are these"() {
        expect:
        SyntheticClass.values().findAll { it.group() == SyntheticClass.Group.MAN_MADE }*.title().sort() ==
                ['arrow', 'house', 'ladder', 'sign', 'wheel', 'window']
        SyntheticClass.values().findAll { it.group() == SyntheticClass.Group.NATURAL }*.title().sort() ==
                ['clouds', 'fur', 'leaves', 'pebbles', 'waves', 'wood']
    }

    def "images are spread evenly over the classes"() {
        when:
        def dataset = draw(new Synthetic.Settings(43, 10, 10, 0.4))

        then:
        dataset.train().labels().stream().boxed().toList().countBy { it } ==
                (0..9).collectEntries { [it, it < 3 ? 5 : 4] }
        dataset.test().labels().toArray() == (0..9) as int[]
    }

    def "equal seeds give equal bytes, other replicas other images"() {
        given:
        def settings = new Synthetic.Settings(20, 10, 5, 0.4)

        when:
        def first = draw(settings)
        def again = draw(settings)
        def other = draw(settings, 2)

        then:
        Files.mismatch(first.train().pixels().file(), again.train().pixels().file()) == -1
        Files.mismatch(first.test().pixels().file(), again.test().pixels().file()) == -1
        images(first.train()).intersect(images(other.train())).empty
    }

    def "no image is drawn twice, and none is in both parts"() {
        when:
        def dataset = draw(new Synthetic.Settings(200, 200, 10, 0.0))

        then:
        (images(dataset.train()) + images(dataset.test())).toSet().size() == 400
    }

    def "more training images change neither the first ones nor the test images"() {
        when:
        def few = draw(new Synthetic.Settings(20, 10, 5, 0.4))
        def many = draw(new Synthetic.Settings(40, 10, 5, 0.4))

        then:
        images(many.train()).containsAll(images(few.train()))
        images(many.test()) == images(few.test())
    }

    def "colour does not tell the class, form does"() {
        given: 'clean images, a class mean of each colour channel, and the mean difference of neighbours'
        def train = draw(new Synthetic.Settings(1000, 10, 10, 0.4)).train()
        def image = new byte[train.pixels().shape().size()]
        def means = new double[10]
        def roughness = new double[10]
        train.count().times { i ->
            train.pixels().read(i, image, 0)
            means[train.labels().at(i)] += meanOf(image) / 100
            roughness[train.labels().at(i)] += roughnessOf(image) / 100
        }

        expect:
        means.max() - means.min() < 40
        roughness.max() - roughness.min() > 8
    }

    def "difficulty adds noise"() {
        when:
        def roughness = [0.0d, 0.4d, 1.0d].collect { difficulty ->
            def train = draw(new Synthetic.Settings(100, 10, 10, difficulty)).train()
            def image = new byte[train.pixels().shape().size()]
            (0..<100).sum { i ->
                train.pixels().read(i, image, 0)
                roughnessOf(image)
            }
        }

        then:
        roughness[0] < roughness[1]
        roughness[1] < roughness[2]
    }

    def "a class without an image is refused"() {
        when:
        new Synthetic.Settings(train, test, 10, 0.4)

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == part
        refusal.message == message

        where:
        train | test || part    | message
        9     | 100  || 'train' | "'train' is 9, but each of the 10 classes needs at least one image"
        100   | 3    || 'test'  | "'test' is 3, but each of the 10 classes needs at least one image"
    }

    def "progress counts all images, and an interruption ends the work"() {
        given:
        def context = new RecordingContext(folder)
        def settings = new Synthetic.Settings(250, 150, 4, 0.4)

        when:
        new Synthetic().load(settings, context)

        then:
        context.progress.first() == [0, 400, 'images']
        context.progress.last() == [400, 400, 'images']
        context.progress*.first() == context.progress*.first().sort(false)

        when:
        context.questionsUntilInterruption = 2
        new Synthetic().load(settings, context)

        then:
        thrown(InterruptedException)
    }

    private draw(Synthetic.Settings settings, long replica = 1) {
        def scratch = Files.createTempDirectory(folder, 'scratch')
        new Synthetic().load(settings, new RecordingContext(scratch).tap { it.replica = replica })
    }

    @CompileStatic
    private static List<String> images(Examples examples) {
        (0..<examples.count()).collect { i ->
            def image = new byte[examples.pixels().shape().size()]
            examples.pixels().read(i, image, 0)
            new String(image, StandardCharsets.ISO_8859_1)
        }
    }

    @CompileStatic
    private static double meanOf(byte[] image) {
        long sum = 0
        for (int i = 0; i < image.length; i++) {
            sum += Byte.toUnsignedInt(image[i])
        }
        (double) sum / image.length
    }

    @CompileStatic
    private static double roughnessOf(byte[] image) {
        long sum = 0
        for (int i = 3; i < image.length; i++) {
            sum += Math.abs(Byte.toUnsignedInt(image[i]) - Byte.toUnsignedInt(image[i - 3]))
        }
        (double) sum / image.length
    }
}

package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.Description
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class RandomClassesSpecification extends Specification {

    static final SETTINGS = new RandomClasses.Settings()

    @TempDir
    Path folder

    def "the halves share no class and no image, and miss none (#count classes)"() {
        given:
        def names = (1..count).collect { "class-${('a'..'z')[it]}".toString() }
        def dataset = PlantedImages.dataset(folder, names)

        when:
        def halves = new RandomClasses().split(SETTINGS, dataset, new FixedSeeds(1))

        then:
        halves.a().train().classNames().size() == a
        halves.b().train().classNames().size() == count - a
        (halves.a().train().classNames() + halves.b().train().classNames()).toSet() == names.toSet()
        ['train', 'test'].each { part ->
            def inA = PlantedImages.numbered(halves.a().part(part))
            def inB = PlantedImages.numbered(halves.b().part(part))
            assert inA.keySet().intersect(inB.keySet()).empty
            assert inA + inB == PlantedImages.numbered(dataset.part(part))
        }

        where:
        count | a
        4     | 2
        5     | 3
        10    | 5
    }

    def "labels are 0..K-1 in the order of the class names, images keep theirs"() {
        given:
        def names = ('a'..'h').toList()

        when:
        def halves = new RandomClasses().split(SETTINGS, PlantedImages.dataset(folder, names), new FixedSeeds(3))

        then:
        [halves.a(), halves.b()].each { half ->
            assert half.train().classNames() == half.train().classNames().sort(false)
            assert half.test().classNames() == half.train().classNames()
            assert half.train().labels().toArray().toList() == [0, 1, 2, 3] * 3
            assert PlantedImages.numbered(half.train()).keySet().toList() ==
                    PlantedImages.numbered(half.train()).keySet().sort(false)
        }
    }

    def "the pixels are shared, not copied"() {
        given:
        def dataset = PlantedImages.dataset(folder, ('a'..'d').toList())

        expect:
        def halves = new RandomClasses().split(SETTINGS, dataset, new FixedSeeds(1))
        halves.a().train().pixels().file() == dataset.train().pixels().file()
        halves.b().test().pixels().file() == dataset.test().pixels().file()
    }

    def "the description says what the split will be"() {
        given:
        def dataset = PlantedImages.unbalanced(folder, ('a'..'k').toList(), 1..11, (1..11).reverse())

        expect:
        (1..5).each { replica ->
            def described = new RandomClasses()
                    .describe(SETTINGS, PlantedImages.description(dataset), new FixedSeeds(replica))
            def halves = new RandomClasses().split(SETTINGS, dataset, new FixedSeeds(replica))
            assert described.a() == PlantedImages.description(halves.a())
            assert described.b() == PlantedImages.description(halves.b())
        }
    }

    def "equal seeds give equal halves, other replicas others, and every class can come into A"() {
        given:
        def names = ('a'..'j').toList()
        def dataset = PlantedImages.dataset(folder, names)
        def split = { int replica -> new RandomClasses().split(SETTINGS, dataset, new FixedSeeds(replica)) }

        expect:
        split(7).a().train().classNames() == split(7).a().train().classNames()
        def drawn = (1..40).collect { split(it).a().train().classNames() }
        drawn.toSet().size() > 30
        drawn.flatten().toSet() == names.toSet()
    }

    def "the only thing drawn is the split"() {
        given:
        def seeds = new FixedSeeds(1)

        when:
        new RandomClasses().split(SETTINGS, PlantedImages.dataset(folder, ('a'..'d').toList()), seeds)

        then:
        seeds.purposes == ['split']
        new RandomClasses().draws()
    }

    def "fewer than four classes are refused"() {
        given:
        def images = new Description.OfExamples([3, 3, 3], PlantedImages.SHAPE, ['cat', 'dog', 'eel'])

        when:
        new RandomClasses().describe(SETTINGS, new Description.OfDataset(images, images), new FixedSeeds(1))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'dataset'
        refusal.message ==
                'two halves of at least two classes need four classes; this data set has 3: cat, dog, eel; ' +
                "'random-samples' halves the images of each class instead"
    }
}

package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.Description
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class RandomSamplesSpecification extends Specification {

    static final SETTINGS = new RandomSamples.Settings()
    static final NAMES = ['cat', 'dog', 'eel', 'fox']
    static final TRAIN = [7, 2, 10, 3]
    static final TEST = [2, 5, 3, 4]

    @TempDir
    Path folder

    def "the halves share no image and miss none, and every image keeps its class"() {
        given:
        def dataset = PlantedImages.unbalanced(folder, NAMES, TRAIN, TEST)

        when:
        def halves = new RandomSamples().split(SETTINGS, dataset, new FixedSeeds(1))

        then:
        ['train', 'test'].each { part ->
            def inA = PlantedImages.numbered(halves.a().part(part))
            def inB = PlantedImages.numbered(halves.b().part(part))
            assert inA.keySet().intersect(inB.keySet()).empty
            assert inA + inB == PlantedImages.numbered(dataset.part(part))
        }
    }

    def "each half has half of every class, of an odd class A has one more"() {
        when:
        def halves = new RandomSamples()
                .split(SETTINGS, PlantedImages.unbalanced(folder, NAMES, TRAIN, TEST), new FixedSeeds(1))

        then:
        PlantedImages.classCounts(halves.a().train()) == [4, 1, 5, 2]
        PlantedImages.classCounts(halves.b().train()) == [3, 1, 5, 1]
        PlantedImages.classCounts(halves.a().test()) == [1, 3, 2, 2]
        PlantedImages.classCounts(halves.b().test()) == [1, 2, 1, 2]
        [halves.a(), halves.b()].every { it.train().classNames() == NAMES && it.test().classNames() == NAMES }
    }

    def "images keep the order that they had, and the pixels are shared"() {
        given:
        def dataset = PlantedImages.unbalanced(folder, NAMES, TRAIN, TEST)

        when:
        def halves = new RandomSamples().split(SETTINGS, dataset, new FixedSeeds(1))

        then:
        [halves.a(), halves.b()].each { half ->
            def numbers = PlantedImages.numbered(half.train()).keySet().toList()
            assert numbers == numbers.sort(false)
            assert half.train().pixels().file() == dataset.train().pixels().file()
        }
    }

    def "the description says what the split will be"() {
        given:
        def dataset = PlantedImages.unbalanced(folder, NAMES, TRAIN, TEST)

        expect:
        (1..5).each { replica ->
            def described = new RandomSamples()
                    .describe(SETTINGS, PlantedImages.description(dataset), new FixedSeeds(replica))
            def halves = new RandomSamples().split(SETTINGS, dataset, new FixedSeeds(replica))
            assert described.a() == PlantedImages.description(halves.a())
            assert described.b() == PlantedImages.description(halves.b())
        }
    }

    def "equal seeds give equal halves, other replicas others, and every image can come into either"() {
        given:
        def dataset = PlantedImages.dataset(folder, NAMES, 6, 4)
        def inA = { int replica ->
            def half = new RandomSamples().split(SETTINGS, dataset, new FixedSeeds(replica)).a()
            PlantedImages.numbered(half.train()).keySet() + PlantedImages.numbered(half.test()).keySet()
        }

        expect:
        inA(7) == inA(7)
        def drawn = (1..40).collect { inA(it) }
        drawn.toSet().size() > 30
        (0..<40).every { image -> drawn.count { image in it } in 5..35 }
    }

    def "every class of either part has a draw of its own, which others do not change"() {
        given:
        def seeds = new FixedSeeds(1)
        def dogsInA = { List<String> names, context ->
            def dataset = PlantedImages.dataset(folder, names, 8, 2)
            def half = new RandomSamples().split(SETTINGS, dataset, context).a()
            def dogs = PlantedImages.numbered(dataset.train()).findAll { it.value == 'dog' }.keySet().toList()
            PlantedImages.numbered(half.train()).findAll { it.value == 'dog' }.collect { dogs.indexOf(it.key) }
        }

        expect:
        dogsInA(['cat', 'dog'], seeds) == dogsInA(['ant', 'bee', 'dog', 'eel'], new FixedSeeds(1))
        seeds.purposes == ['split/train/cat', 'split/train/dog', 'split/test/cat', 'split/test/dog']
        new RandomSamples().draws()
    }

    def "classes with fewer than two images in a part are refused with the numbers"() {
        given:
        def examples = { counts -> new Description.OfExamples(counts, PlantedImages.SHAPE, NAMES.take(counts.size())) }

        when:
        new RandomSamples()
                .describe(SETTINGS, new Description.OfDataset(examples(train), examples(test)), new FixedSeeds(1))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == subject
        refusal.message == message

        where:
        train        | test         || subject   | message
        [2, 1]       | [2, 2]       || 'dataset' | needs("1 training image of 'dog'")
        [5, 5]       | [0, 1]       || 'dataset' | needs("0 test images of 'cat', 1 test image of 'dog'")
        [1, 1, 9, 9] | [1, 9, 1, 1] || 'dataset' | needs("1 training image of 'cat', 1 training image of 'dog', " +
                "1 test image of 'cat', and 2 more such shortages")
        [9]          | [9]          || ''        | "half A would have only the class 'cat'; each half needs at " +
                'least two classes'
    }

    private static String needs(String found) {
        "every class needs at least 2 training and 2 test images, one for each half; this data set has $found"
    }
}

package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.Description
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class ClassesSpecification extends Specification {

    static final CIFAR = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
    static final SYNTHETIC = ['arrow', 'clouds', 'fur', 'house', 'ladder', 'leaves', 'pebbles', 'sign', 'waves',
                              'wheel', 'window', 'wood']
    static final KNOWN = new Classes.Settings('man-made/natural', [], [])

    @TempDir
    Path folder

    def "man-made classes become A, natural ones B"() {
        given:
        def dataset = PlantedImages.dataset(folder, names)

        when:
        def halves = new Classes().split(KNOWN, dataset, new FixedSeeds(1))

        then:
        halves.a().train().classNames() == a
        halves.b().train().classNames() == names - a
        ['train', 'test'].each { part ->
            assert PlantedImages.numbered(halves.a().part(part)) + PlantedImages.numbered(halves.b().part(part)) ==
                    PlantedImages.numbered(dataset.part(part))
        }

        where:
        names     || a
        CIFAR     || ['airplane', 'automobile', 'ship', 'truck']
        SYNTHETIC || ['arrow', 'house', 'ladder', 'sign', 'wheel', 'window']
    }

    def "listed classes override the known groups, and others are left out"() {
        given:
        def dataset = PlantedImages.dataset(folder, ['cup', 'dog', 'eel', 'fan', 'gnu'])
        def settings = new Classes.Settings('man-made/natural', ['fan', 'cup'], ['gnu', 'dog'])

        when:
        def halves = new Classes().split(settings, dataset, new FixedSeeds(1))

        then: 'in the order of the data set'
        halves.a().train().classNames() == ['cup', 'fan']
        halves.b().train().classNames() == ['dog', 'gnu']
        PlantedImages.numbered(halves.a().train()) + PlantedImages.numbered(halves.b().train()) ==
                PlantedImages.numbered(dataset.train()).findAll { it.value != 'eel' }
    }

    def "the description says what the split will be"() {
        given:
        def dataset = PlantedImages.unbalanced(folder, CIFAR, 1..10, (1..10).reverse())

        expect:
        [KNOWN, new Classes.Settings('man-made/natural', ['cat', 'dog', 'ship'], ['frog', 'truck'])].each { settings ->
            def described = new Classes().describe(settings, PlantedImages.description(dataset), new FixedSeeds(1))
            def halves = new Classes().split(settings, dataset, new FixedSeeds(1))
            assert described.a() == PlantedImages.description(halves.a())
            assert described.b() == PlantedImages.description(halves.b())
        }
    }

    def "nothing is drawn"() {
        given:
        def seeds = new FixedSeeds(1)

        when:
        new Classes().split(KNOWN, PlantedImages.dataset(folder, CIFAR), seeds)

        then:
        seeds.purposes.empty
        !new Classes().draws()
    }

    def "what cannot be split is refused: #a against #b of #names"() {
        given:
        def images = new Description.OfExamples([9] * names.size(), PlantedImages.SHAPE, names)

        when:
        new Classes().describe(
                new Classes.Settings('man-made/natural', a, b),
                new Description.OfDataset(images, images),
                new FixedSeeds(1))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == subject
        refusal.value() == value
        refusal.message == message
        refusal.possible() == possible

        where:
        names                             | a              | b              || subject  | value | possible          | message
        CIFAR                             | ['cat', 'cow'] | ['dog', 'frog'] || 'a'     | 'cow' | CIFAR             | "'cow' is not a class of this data set"
        CIFAR                             | ['cat', 'dog'] | ['cow', 'frog'] || 'b'     | 'cow' | CIFAR             | "'cow' is not a class of this data set"
        CIFAR                             | ['cat', 'dog'] | ['dog', 'frog'] || 'b'     | null  | []                | "the class 'dog' is in 'a' and in 'b'; the halves must be disjoint"
        CIFAR                             | ['cat', 'dog'] | []             || 'b'      | null  | []                | "'b' is missing: give the classes of both halves, 'a' and 'b'"
        CIFAR                             | []             | ['cat', 'dog'] || 'a'      | null  | []                | "'a' is missing: give the classes of both halves, 'a' and 'b'"
        CIFAR                             | ['cat']        | ['dog', 'frog'] || ''      | null  | []                | "half A would have only the class 'cat'; each half needs at least two classes"
        CIFAR                             | ['cat', 'dog'] | ['frog', 'frog'] || ''     | null  | []                | "half B would have only the class 'frog'; each half needs at least two classes"
        ['cat', 'dog', 'ship', 'teapot']  | []             | []             || 'groups' | null | []               | "the class 'teapot' is in neither of the groups 'man-made/natural', which hold the classes of CIFAR-10 and of synthetic images; list the classes of the halves as 'a' and 'b'"
        ['bird', 'cat', 'dog']            | []             | []             || ''       | null  | []                | 'half A would have no class; each half needs at least two classes'
    }
}

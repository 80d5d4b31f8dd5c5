package org.repframework.plugin.splitters

import static org.repframework.plugin.splitters.ImagesPerClass.Part.TEST
import static org.repframework.plugin.splitters.ImagesPerClass.Part.TRAIN

import java.nio.file.Path
import org.repframework.spi.Dataset
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class ImagesPerClassSpecification extends Specification {

    @TempDir
    Path folder

    Dataset dataset

    def setup() {
        dataset = PlantedImages.unbalanced(folder, ['cup', 'dog', 'eel'], [9, 7, 12], [2, 3, 4])
    }

    def 'A has so many training images of each class, B the others, and both the whole test part'() {
        when:
        def halves = split(3)

        then:
        PlantedImages.classCounts(halves.a().train()) == [3, 3, 3]
        PlantedImages.classCounts(halves.b().train()) == [6, 4, 9]
        PlantedImages.numbered(halves.a().train()) + PlantedImages.numbered(halves.b().train()) ==
                PlantedImages.numbered(dataset.train())
        [halves.a(), halves.b()].every { PlantedImages.numbered(it.test()) == PlantedImages.numbered(dataset.test()) }
    }

    def 'a small probe set is taken of the test images, and both have the whole training part'() {
        when:
        def halves = split(1, 1, TEST)
        def described = new ImagesPerClass().describe(
                new ImagesPerClass.Settings(1, TEST), PlantedImages.description(dataset), new FixedSeeds(1))

        then:
        PlantedImages.classCounts(halves.a().test()) == [1, 1, 1]
        PlantedImages.classCounts(halves.b().test()) == [1, 2, 3]
        [halves.a(), halves.b()].every { PlantedImages.numbered(it.train()) == PlantedImages.numbered(dataset.train()) }
        described.a() == PlantedImages.description(halves.a())
        described.b() == PlantedImages.description(halves.b())
    }

    def 'a smaller count takes a subset of a larger one, another replica other images'() {
        given:
        def few = PlantedImages.numbered(split(2).a().train()).keySet()
        def more = PlantedImages.numbered(split(5).a().train()).keySet()
        def others = PlantedImages.numbered(split(5, 2).a().train()).keySet()

        expect:
        more.containsAll(few)
        more != others
    }

    def 'the description says what the split will be'() {
        given:
        def described = new ImagesPerClass().describe(
                new ImagesPerClass.Settings(3, TRAIN), PlantedImages.description(dataset), new FixedSeeds(1))

        expect:
        described.a() == PlantedImages.description(split(3).a())
        described.b() == PlantedImages.description(split(3).b())
    }

    def 'a class without enough images is refused with the numbers'() {
        when:
        new ImagesPerClass().describe(
                new ImagesPerClass.Settings(7, TRAIN), PlantedImages.description(dataset), new FixedSeeds(1))

        then:
        def refused = thrown(Refusal)
        refused.subject() == 'count'
        refused.message == "count: 7, but there are only 7 training images of 'dog'; it must be below that, since the others go to B"
    }

    private split(int count, long replica = 1, ImagesPerClass.Part part = TRAIN) {
        new ImagesPerClass().split(new ImagesPerClass.Settings(count, part), dataset, new FixedSeeds(replica))
    }
}

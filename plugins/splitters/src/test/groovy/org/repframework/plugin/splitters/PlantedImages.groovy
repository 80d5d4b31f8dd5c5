package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.Dataset
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.IntVector
import org.repframework.spi.Pixels

/** Images of one pixel, numbered over both parts, so that each can be told from all others; classes take turns. */
class PlantedImages {

    static final SHAPE = new ImageShape(1, 1, 1)

    static Dataset dataset(Path folder, List<String> classNames, int trainPerClass = 3, int testPerClass = 2) {
        unbalanced(folder, classNames, [trainPerClass] * classNames.size(), [testPerClass] * classNames.size())
    }

    /** A class that is used up no longer takes its turn. */
    static Dataset unbalanced(
            Path folder, List<String> classNames, List<Integer> trainOfClasses, List<Integer> testOfClasses) {
        new Dataset(
                examples(folder.resolve('train.npy'), classNames, trainOfClasses, 0),
                examples(folder.resolve('test.npy'), classNames, testOfClasses, trainOfClasses.sum()))
    }

    static Description.OfDataset description(Dataset dataset) {
        new Description.OfDataset(description(dataset.train()), description(dataset.test()))
    }

    static Description.OfExamples description(Examples examples) {
        new Description.OfExamples(classCounts(examples), examples.pixels().shape(), examples.classNames())
    }

    static List<Integer> classCounts(Examples examples) {
        def labels = examples.labels().toArray().toList()
        examples.classNames().indices.collect { labels.count(it) }
    }

    /** The numbers of the images, each with the name of its class. */
    static Map<Integer, String> numbered(Examples examples) {
        (0..<examples.count()).collectEntries { image ->
            def pixel = new byte[1]
            examples.pixels().read(image, pixel, 0)
            [Byte.toUnsignedInt(pixel[0]), examples.classNames()[examples.labels().at(image)]]
        }
    }

    private static Examples examples(Path file, List<String> classNames, List<Integer> ofClasses, int first) {
        def labels = (0..<ofClasses.max()).collectMany { turn -> ofClasses.findIndexValues { it > turn } } as int[]
        def writer = Pixels.create(file, labels.length, SHAPE)
        labels.length.times { writer.add([first + it] as byte[]) }
        new Examples(writer.finish(), IntVector.of(labels), classNames)
    }
}

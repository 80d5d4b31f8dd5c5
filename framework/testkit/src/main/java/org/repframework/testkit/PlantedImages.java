package org.repframework.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Pixels;

/** Small noisy images, each class bright in a stripe of its own, so that a network can learn them. No two are equal. */
public final class PlantedImages {

    /** 8x8, in colour. */
    public static final ImageShape SHAPE = new ImageShape(8, 8, 3);

    private PlantedImages() {}

    /**
     * @param folder gets the file {@code <name>.npy}
     * @param images over all classes, the classes in turn
     */
    public static Examples examples(Path folder, String name, int images, int classes) throws IOException {
        return examples(folder, name, images, classes, SHAPE);
    }

    public static Examples examples(Path folder, String name, int images, int classes, ImageShape shape)
            throws IOException {
        var random = new Random(name.hashCode());
        try (var writer = Pixels.create(folder.resolve(name + ".npy"), images, shape)) {
            for (var image = 0; image < images; image++) {
                writer.add(paint(image % classes, classes, shape, random));
            }
            return new Examples(
                    writer.finish(),
                    IntVector.of(IntStream.range(0, images)
                            .map(image -> image % classes)
                            .toArray()),
                    IntStream.range(0, classes)
                            .mapToObj(label -> "class" + label)
                            .toList());
        }
    }

    /** @param each images of every class, in the training part; half as many, at least one, in the test part */
    public static Dataset dataset(Path folder, String name, int classes, int each) throws IOException {
        return new Dataset(
                examples(folder, name + "-train", classes * each, classes),
                examples(folder, name + "-test", classes * Math.max(1, each / 2), classes));
    }

    private static byte[] paint(int label, int classes, ImageShape shape, Random random) {
        var image = new byte[shape.size()];
        for (var at = 0; at < image.length; at++) {
            var row = at / (shape.width() * shape.channels());
            var stripe = row * classes / shape.height() == label ? 100 : 0;
            image[at] = (byte) (stripe + random.nextInt(120));
        }
        return image;
    }
}

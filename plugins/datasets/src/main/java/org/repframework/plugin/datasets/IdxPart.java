package org.repframework.plugin.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Pixels;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * A file of images and the file of their labels, of which the images have not been read.
 *
 * @param values one an image, as the file has them
 * @param classes the values that occur, ascending
 */
record IdxPart(Path images, ImageShape shape, int[] values, int[] classes) {

    private static final int IMAGES_BETWEEN_REPORTS = 1000;

    /**
     * @param prefix of the files' names
     * @throws Refusal if a file is missing
     * @throws IdxFile.Flaw if a file is not what it should be
     */
    static IdxPart open(Path folder, String prefix) throws IOException {
        var images = find(folder, prefix + "-images-idx3-ubyte");
        var labels = find(folder, prefix + "-labels-idx1-ubyte");
        try (var imageFile = IdxFile.open(images, 3);
                var labelFile = IdxFile.open(labels, 1)) {
            var sizes = imageFile.sizes();
            var bytes = new byte[labelFile.sizes()[0]];
            if (sizes[0] != bytes.length) {
                throw new IdxFile.Flaw(
                        images + " has " + sizes[0] + " images, but " + labels + " has " + bytes.length + " labels");
            }
            labelFile.read(bytes);
            labelFile.requireEnd();
            var values = new int[bytes.length];
            Arrays.setAll(values, i -> bytes[i] & 0xff);
            var classes = Arrays.stream(values).distinct().sorted().toArray();
            return new IdxPart(images, new ImageShape(sizes[1], sizes[2], 1), values, classes);
        }
    }

    private static Path find(Path folder, String name) {
        return Stream.of(name, name + ".gz")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> Refusal.of("path", folder + " has neither " + name + " nor " + name + ".gz"));
    }

    int count() {
        return values.length;
    }

    Description.OfExamples describe() {
        var images = new int[classes.length];
        labels().forEach(label -> images[label]++);
        var classCounts = Arrays.stream(images).boxed().toList();
        return new Description.OfExamples(classCounts, shape, classNames());
    }

    /**
     * @param before images of other parts that are done
     * @param total images of all parts
     */
    Examples load(Path target, int before, int total, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var image = new byte[shape.size()];
        try (var file = IdxFile.open(images, 3);
                var writer = Pixels.create(target, count(), shape)) {
            for (var done = 0; done < count(); done++) {
                if (done % IMAGES_BETWEEN_REPORTS == 0) {
                    context.checkInterrupted();
                    context.progress(before + done, total, "images");
                }
                file.read(image);
                writer.add(image);
            }
            file.requireEnd();
            context.progress(before + count(), total, "images");
            return new Examples(writer.finish(), IntVector.of(labels().toArray()), classNames());
        } catch (IdxFile.Flaw e) {
            throw new StageFailure(e.getMessage(), e);
        }
    }

    private IntStream labels() {
        return Arrays.stream(values).map(value -> Arrays.binarySearch(classes, value));
    }

    private List<String> classNames() {
        return Arrays.stream(classes).mapToObj(Integer::toString).toList();
    }
}

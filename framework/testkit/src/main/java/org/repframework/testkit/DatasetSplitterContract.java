package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Artifact;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Examples;
import org.repframework.spi.Inputs;

/**
 * The contract of a {@link DatasetSplitter}. Out of the ordinary are {@code two classes} and {@code one image a class},
 * from which a failure is expected.
 */
public abstract class DatasetSplitterContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract DatasetSplitter<S> stage();

    /** What is divided; {@code class0} to {@code class5} with 6 training and 3 test images each. No two are equal. */
    protected Dataset dataset() throws IOException {
        return PlantedImages.dataset(folder(), "dataset", 6, 6);
    }

    @Test
    public final void halvesAreOfTheDatasetAndShareNoTrainingImage() throws Exception {
        var whole = (Dataset) ordinary().all().get(0).value();
        var halves = call(context(1, 1)).succeeded().byName();
        var a = (Dataset) halves.get("A");
        var b = (Dataset) halves.get("B");
        for (var half : List.of(a, b)) {
            checkPart("train", whole.train(), half.train());
            checkPart("test", whole.test(), half.test());
        }
        var both = classesOfImages(a.train()).keySet();
        both.retainAll(classesOfImages(b.train()).keySet());
        assertTrue(both.isEmpty(), () -> both.size() + " training images are in A and in B");
    }

    private static void checkPart(String name, Examples whole, Examples half) {
        assertTrue(half.count() > 0, () -> "the '" + name + "' of a half has no images");
        var known = classesOfImages(whole);
        var classes = classesOfImages(half);
        classes.forEach((image, label) -> assertTrue(
                label.equals(known.get(image)),
                () -> "the '" + name + "' of a half has an image of the class '" + label
                        + "', which in the '" + name + "' of the data set is "
                        + (known.containsKey(image) ? "of '" + known.get(image) + "'" : "not there")));
        assertTrue(classes.size() == half.count(), () -> "the '" + name + "' of a half has an image more than once");
    }

    private static Map<ByteBuffer, String> classesOfImages(Examples examples) {
        var classes = new HashMap<ByteBuffer, String>();
        for (var image = 0; image < examples.count(); image++) {
            var pixels = new byte[examples.pixels().shape().size()];
            examples.pixels().read(image, pixels, 0);
            classes.put(
                    ByteBuffer.wrap(pixels),
                    examples.classNames().get(examples.labels().at(image)));
        }
        return classes;
    }

    @Override
    Inputs<Artifact> makeInputs() throws IOException {
        return Slots.of("dataset", dataset());
    }

    @Override
    List<Degenerate> degenerateInputs() throws IOException {
        var folder = newScratch();
        return List.of(
                new Degenerate(
                        "two classes",
                        Slots.of("dataset", PlantedImages.dataset(folder, "two", 2, 6)),
                        Handling.FAILURE),
                new Degenerate(
                        "one image a class",
                        Slots.of("dataset", PlantedImages.dataset(folder, "single", 6, 1)),
                        Handling.FAILURE));
    }
}

package org.repframework.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Inputs;
import org.repframework.spi.NetworkSource;

/**
 * The contract of a {@link NetworkSource}, which writes a network that reads {@link #images()} into {@link #folder()} and
 * names it in {@link #settings()}. Every setting that is a path is also tried with one that does not exist, an empty
 * folder, an empty file and a text. Out of the ordinary are {@code images of another shape}, which must be refused.
 */
public abstract class NetworkSourceContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract NetworkSource<S> stage();

    /** 48 images of 3 classes. */
    protected Examples images() throws IOException {
        return PlantedImages.examples(folder(), "images", 48, 3);
    }

    @TestFactory
    public final Stream<DynamicTest> pathsWithoutANetworkAreRefused() {
        return WrongPaths.areRefused(this, settings -> stage().describe(settings, Descriptions.of(images())));
    }

    @Override
    Inputs<Artifact> makeInputs() throws Exception {
        bound(); // the author's file is written before it is looked at
        return Slots.of("images", images());
    }

    @Override
    List<Degenerate> degenerateInputs() throws Exception {
        var shape = images().pixels().shape();
        var wider = new ImageShape(shape.height(), shape.width() + 1, shape.channels());
        return List.of(new Degenerate(
                "images of another shape",
                Slots.of("images", PlantedImages.examples(newScratch(), "wider", 6, 3, wider)),
                Handling.FAILURE));
    }

    @Override
    boolean isLong() {
        return true;
    }

    @Override
    protected abstract Map<String, Object> settings() throws Exception;
}

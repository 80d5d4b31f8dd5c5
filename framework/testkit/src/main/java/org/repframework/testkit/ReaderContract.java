package org.repframework.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repframework.spi.Artifact;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Inputs;
import org.repframework.spi.IntVector;
import org.repframework.spi.Network;
import org.repframework.spi.Trainer;

/** What recorders and evaluators share: they read images through a network. */
abstract class ReaderContract<S extends Record> extends StageContract<S> {

    /** A network that reads {@link #images()}; a plugin that trains makes it with {@link #trained}. */
    protected abstract Network network() throws Exception;

    /** A network whose weights are so far off that it computes NaN or infinity, where the author can make one. */
    protected Optional<Network> divergedNetwork() throws Exception {
        return Optional.empty();
    }

    /** 48 images of 3 classes. */
    protected Examples images() throws IOException {
        return PlantedImages.examples(folder(), "images", 48, 3);
    }

    /** A network made by a trainer of the same plugin from {@link #images()}. */
    protected final <T extends Record> Network trained(Trainer<T> trainer, Map<String, Object> settings)
            throws Exception {
        return trainer.train(SettingsRecord.of(trainer.settings(), settings), images(), Optional.empty(), context())
                .network();
    }

    @Override
    final Inputs<Artifact> makeInputs() throws Exception {
        return Slots.of("network", network(), "images", images());
    }

    @Override
    List<Degenerate> degenerateInputs() throws Exception {
        var folder = newScratch();
        var network = ordinary().one("network", Network.class);
        var images = ordinary().one("images", Examples.class);
        var shape = images.pixels().shape();
        var wider = new ImageShape(shape.height(), shape.width() + 1, shape.channels());
        var classes = images.classNames().size();
        var cases = new ArrayList<Degenerate>();
        cases.add(
                new Degenerate("one image", Slots.of("network", network, "images", first(images, 1)), Handling.RESULT));
        cases.add(new Degenerate(
                "no images", Slots.of("network", network, "images", first(images, 0)), Handling.FAILURE));
        cases.add(new Degenerate(
                "images of another shape",
                Slots.of(
                        "network",
                        network,
                        "images",
                        PlantedImages.examples(folder, "wider", 2 * classes, classes, wider)),
                Handling.FAILURE));
        divergedNetwork()
                .ifPresent(diverged -> cases.add(new Degenerate(
                        "a diverged network", Slots.of("network", diverged, "images", images), Handling.FAILURE)));
        return cases;
    }

    private static Examples first(Examples images, int count) {
        var chosen = IntVector.of(IntStream.range(0, count).toArray());
        return new Examples(
                images.pixels().select(chosen),
                IntVector.of(images.labels().stream().limit(count).toArray()),
                images.classNames());
    }

    @Override
    boolean isLong() {
        return true;
    }
}

package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Artifact;
import org.repframework.spi.Examples;
import org.repframework.spi.Inputs;
import org.repframework.spi.IntVector;
import org.repframework.spi.Network;
import org.repframework.spi.Trainer;

/**
 * The contract of a {@link Trainer}. Let {@link #settings()} ask for as little work as has a point. Out of the ordinary are
 * {@code one image a class} and {@code equal images}, from which a result is expected.
 */
public abstract class TrainerContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract Trainer<S> stage();

    /** What is learned: 48 images of 3 classes. */
    protected Examples images() throws IOException {
        return PlantedImages.examples(folder(), "images", 48, 3);
    }

    /** The settings for going on from a network. */
    protected Map<String, Object> settingsFrom() throws Exception {
        return settings();
    }

    @Test
    public final void frozenLayersStayBitIdenticalAndOthersLearn() throws Exception {
        var first = (Network) call(context(1, 1)).succeeded().byName().get("network");
        assertEquals(first.filters(), goOn(frozen(first, 1)).filters(), "the first layer is frozen, and changed");
        assertFalse(goOn(frozen(first, 0)).filters().equals(first.filters()), "no layer is frozen, and none changed");
    }

    private Network goOn(Network from) throws Exception {
        var settings = SettingsRecord.of(stage().settings(), settingsFrom());
        var images = (Examples) ordinary().all().get(0).value();
        var described = stage().describe(settings, Descriptions.of(images), Optional.of(Descriptions.of(from)));
        var context = context(2, 1);
        var network =
                (Network) Trial.of(context, () -> run(settings, Slots.of("images", images, "from", from), context))
                        .succeeded()
                        .byName()
                        .get("network");
        Agreement.check("network", described, network);
        return network;
    }

    private static Network frozen(Network network, int layers) {
        return new Network(
                network.architecture(),
                network.classNames(),
                network.normalisation(),
                layers,
                network.filters(),
                network.model());
    }

    @Override
    Inputs<Artifact> makeInputs() throws IOException {
        return Slots.of("images", images());
    }

    @Override
    List<Degenerate> degenerateInputs() throws IOException {
        var folder = newScratch();
        var few = PlantedImages.examples(folder, "few", 3, 3);
        var equal = new Examples(
                few.pixels().select(IntVector.of(0, 0, 0, 0, 0, 0)), IntVector.of(0, 1, 2, 0, 1, 2), few.classNames());
        return List.of(
                new Degenerate("one image a class", Slots.of("images", few), Handling.RESULT),
                new Degenerate("equal images", Slots.of("images", equal), Handling.RESULT));
    }

    @Override
    boolean isLong() {
        return true;
    }
}

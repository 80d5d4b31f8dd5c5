package org.repframework.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.spi.Artifact;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Inputs;
import org.repframework.spi.Network;
import org.repframework.spi.Trainer;
import org.repframework.spi.TransferBuilder;

/**
 * The contract of a {@link TransferBuilder}. Out of the ordinary are {@code images of another shape}, from which a failure
 * is expected.
 */
public abstract class TransferBuilderContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract TransferBuilder<S> stage();

    /** A network of 3 classes for images of {@link PlantedImages#SHAPE}; made with {@link #trained} by a plugin that trains. */
    protected abstract Network donor() throws Exception;

    /** Images of 4 classes. */
    protected Examples target() throws IOException {
        return PlantedImages.examples(folder(), "target", 24, 4);
    }

    /** A network made by a trainer of the same plugin, from images of 3 classes. */
    protected final <T extends Record> Network trained(Trainer<T> trainer, Map<String, Object> settings)
            throws Exception {
        var images = PlantedImages.examples(folder(), "images", 24, 3);
        return trainer.train(SettingsRecord.of(trainer.settings(), settings), images, Optional.empty(), context())
                .network();
    }

    @Override
    Inputs<Artifact> makeInputs() throws Exception {
        return Slots.of("donor", donor(), "target", target());
    }

    @Override
    List<Degenerate> degenerateInputs() throws Exception {
        var shape = new ImageShape(9, 8, 3);
        var wider = PlantedImages.examples(newScratch(), "wider", 24, 4, shape);
        return List.of(new Degenerate(
                "images of another shape",
                Slots.of("donor", ordinary().one("donor", Network.class), "target", wider),
                Handling.FAILURE));
    }
}

package org.repframework.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.repframework.spi.Artifact;
import org.repframework.spi.Inputs;
import org.repframework.spi.Matrix;
import org.repframework.spi.Npy;
import org.repframework.spi.SampleMatcher;
import org.repframework.spi.Samples;

/**
 * The contract of a {@link SampleMatcher}, on files of random activations, two samples an image. Out of the ordinary are
 * {@code one image}, from which a failure is expected, and {@code a constant unit}, {@code only constant units}, {@code
 * one unit a side}, {@code more units of x} and {@code fewer samples than units}, from which a result is.
 */
public abstract class SampleMatcherContract<S extends Record> extends StageContract<S> {

    private int files;

    @Override
    protected abstract SampleMatcher<S> stage();

    @Override
    Inputs<Artifact> makeInputs() throws IOException {
        return inputs(Activations.random(1, 60, 5, 6));
    }

    @Override
    List<Degenerate> degenerateInputs() throws IOException {
        var ordinary = Activations.random(2, 60, 5, 6);
        return List.of(
                degenerate("one image", Activations.random(3, 2, 5, 6), Handling.FAILURE),
                degenerate("a constant unit", ordinary.constant(2, 3), Handling.RESULT),
                degenerate("only constant units", ordinary.map(value -> 3), Handling.RESULT),
                degenerate("one unit a side", Activations.random(4, 60, 1, 1), Handling.RESULT),
                degenerate("more units of x", Activations.random(5, 60, 6, 4), Handling.RESULT),
                degenerate("fewer samples than units", Activations.random(6, 4, 7, 6), Handling.RESULT));
    }

    private Degenerate degenerate(String name, Activations activations, Handling handling) throws IOException {
        return new Degenerate(name, inputs(activations), handling);
    }

    private Inputs<Artifact> inputs(Activations activations) throws IOException {
        return Slots.of("x", samples(activations.x()), "y", samples(activations.y()));
    }

    private Samples samples(Matrix values) throws IOException {
        var file = folder().resolve("samples-" + ++files + ".npy");
        Files.write(file, Npy.bytes(values));
        return new Samples(file, values.rows(), values.columns(), 2);
    }
}

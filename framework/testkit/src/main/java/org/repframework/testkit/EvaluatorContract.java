package org.repframework.testkit;

import org.repframework.spi.Evaluator;

/**
 * The contract of an {@link Evaluator}. Out of the ordinary are {@code one image}, from which a result is expected, and
 * {@code no images}, {@code images of another shape} and {@code a diverged network}, from which a failure is.
 */
public abstract class EvaluatorContract<S extends Record> extends ReaderContract<S> {

    @Override
    protected abstract Evaluator<S> stage();
}

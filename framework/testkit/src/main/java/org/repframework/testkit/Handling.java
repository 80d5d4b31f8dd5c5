package org.repframework.testkit;

/** What a stage makes of an input that is out of the ordinary. */
public enum Handling {
    /** A result without NaN or infinity, perhaps with a warning. */
    RESULT,
    /** A {@link org.repframework.spi.Refusal} or a {@link org.repframework.spi.StageFailure} that says why. */
    FAILURE
}

package org.repframework.spi;

import java.util.List;

/**
 * A pure function from input artifacts, settings and seeds to named outputs. A stage holds no state between calls and
 * reads neither clock nor environment. Implement one of the roles ({@link DatasetSource}, {@link Trainer},
 * {@link MomentMetric}, ...), which gives this interface typed methods.
 *
 * @param <S> the settings: a record whose components carry {@link Setting}
 */
public interface Stage<S extends Record> {

    /**
     * Bytes of Java's heap that a task can count on, whatever the machine; what is known to need more is refused in {@link
     * #describe}.
     */
    long HEAP = 2L << 30;

    /** The first argument of the verb in a script, for example {@code sgd}; lower case and hyphens. */
    String name();

    /** One line for {@code rep-framework stages}. */
    String summary();

    /** The record of settings. Its compact constructor may refuse combinations with a {@link Refusal}. */
    Class<S> settings();

    Role role();

    /** The artifacts it takes: those of its role, and further named ones where it needs them. */
    default List<Role.Slot> slots() {
        return role().slots();
    }

    /** Raised by the author whenever equal input gives other output; part of every key. */
    default int revision() {
        return 1;
    }

    /** Whether the stage draws random numbers: then scripts may give {@code replica}, and the seeds are in its key. */
    default boolean draws() {
        return false;
    }

    /**
     * Whether the output's bytes depend on the number of threads and the processor's instruction set, as a trainer's
     * do: then both are part of the key.
     */
    default boolean dependsOnThreads() {
        return false;
    }

    /**
     * What the outputs will be, known before anything runs: pure Java, no natives, no data beyond folder listings and
     * file headers.
     *
     * @param seeds the seeds that {@link #run} will be given, for stages whose shapes depend on what they draw
     * @throws Refusal if the settings do not fit the inputs
     */
    Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds);

    /**
     * Computes the outputs, port by port as described.
     *
     * @throws StageFailure if the task cannot be done, in words for the user
     * @throws InterruptedException if {@link StageContext#checkInterrupted()} said so
     */
    Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, java.io.IOException;
}

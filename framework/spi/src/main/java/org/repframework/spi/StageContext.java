package org.repframework.spi;

import java.nio.file.Path;

/** What a running stage may use of the world. */
public interface StageContext extends Seeds {

    /** How many threads the stage may use. */
    int threads();

    /** A directory of this task's own that outlives a failed or killed attempt: resume from what is in it. */
    Path scratch();

    /**
     * Says how far the work is; only ever growing within a task.
     *
     * @param unit what is counted, in the plural: {@code "images"}
     */
    void progress(long done, long total, String unit);

    /** A short remark beside the progress, for example {@code "epoch 3, loss 1.21"}. */
    void note(String text);

    /** A warning that is stored with the result and shown in every report that uses it. */
    void warn(String text);

    /**
     * A warning of one result alone, for a recorder that is asked for several at once.
     *
     * @param result its position
     */
    default void warn(int result, String text) {
        warn(text);
    }

    /** To be called at least once a second of work. */
    void checkInterrupted() throws InterruptedException;
}

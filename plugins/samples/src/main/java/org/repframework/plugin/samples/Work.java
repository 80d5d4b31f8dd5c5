package org.repframework.plugin.samples;

import org.repframework.spi.StageContext;

/** What a computation says and asks while it goes on: how many of its steps are done, and whether to stop. */
final class Work {

    private final StageContext context;
    private final String unit;
    private final long steps;
    private long done;

    /**
     * @param steps how many times {@link #step} will be called
     * @param unit what a step is, in the plural
     */
    Work(StageContext context, long steps, String unit) {
        this.context = context;
        this.steps = steps;
        this.unit = unit;
    }

    void step() throws InterruptedException {
        check();
        context.progress(++done, steps, unit);
    }

    /** To be called between steps that may take longer than a second. */
    void check() throws InterruptedException {
        context.checkInterrupted();
    }
}

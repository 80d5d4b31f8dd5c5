package org.repframework.engine.execution;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.repframework.spi.Frequency;
import org.repframework.spi.StageContext;

/** A context for one frequency after the other: equal warnings become one, with the number of frequencies. */
final class FrequencyWarnings implements StageContext {

    /** Different texts that are passed on; the rest is counted. */
    private static final int TEXTS = 5;

    private final StageContext context;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private Frequency frequency;

    FrequencyWarnings(StageContext context) {
        this.context = context;
    }

    /** The same context, for the next frequency. */
    FrequencyWarnings at(Frequency next) {
        frequency = next;
        return this;
    }

    /** @param frequencies how many were compared */
    void pass(int frequencies) {
        counts.entrySet().stream()
                .limit(TEXTS)
                .forEach(entry -> context.warn(
                        "at " + entry.getValue() + " of " + frequencies + " frequencies: " + entry.getKey()));
        if (counts.size() > TEXTS) {
            context.warn("and " + (counts.size() - TEXTS) + " similar warnings of other frequencies");
        }
    }

    /** Numbers in a text are those of the real form. */
    @Override
    public void warn(String text) {
        counts.merge(frequency.real() ? text : text + " (real and imaginary parts counted)", 1, Integer::sum);
    }

    @Override
    public int threads() {
        return context.threads();
    }

    @Override
    public Path scratch() {
        return context.scratch();
    }

    /** The frequencies are the progress. */
    @Override
    public void progress(long done, long total, String unit) {}

    @Override
    public void note(String text) {
        context.note(text);
    }

    @Override
    public void checkInterrupted() throws InterruptedException {
        context.checkInterrupted();
    }

    @Override
    public long seed(String purpose) {
        return context.seed(purpose);
    }
}

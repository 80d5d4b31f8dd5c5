package org.repframework.plugin.datasets

import java.nio.file.Path
import org.repframework.spi.StageContext

/** Remembers what a stage said; is interrupted after so many questions. */
class RecordingContext implements StageContext {

    final Path scratch
    long replica = 1
    int questionsUntilInterruption = Integer.MAX_VALUE
    final List<List> progress = []
    final List<String> warnings = []

    RecordingContext(Path scratch) {
        this.scratch = scratch
    }

    @Override
    long seed(String purpose) {
        1_000_003L * replica + purpose.hashCode()
    }

    @Override
    int threads() {
        1
    }

    @Override
    Path scratch() {
        scratch
    }

    @Override
    void progress(long done, long total, String unit) {
        progress << [done, total, unit]
    }

    @Override
    void note(String text) {}

    @Override
    void warn(String text) {
        warnings << text
    }

    @Override
    void checkInterrupted() throws InterruptedException {
        if (questionsUntilInterruption-- == 0) {
            throw new InterruptedException()
        }
    }
}

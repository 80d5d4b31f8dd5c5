package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.StageContext

/** A context of one replica that knows no world beside its seeds. */
class FixedSeeds implements StageContext {

    final long replica
    final List<String> purposes = []

    FixedSeeds(long replica) {
        this.replica = replica
    }

    @Override
    long seed(String purpose) {
        purposes << purpose
        1_000_003L * replica + purpose.hashCode()
    }

    @Override
    int threads() {
        1
    }

    @Override
    Path scratch() {
        throw new UnsupportedOperationException()
    }

    @Override
    void progress(long done, long total, String unit) {}

    @Override
    void note(String text) {}

    @Override
    void warn(String text) {
        throw new AssertionError((Object) text)
    }

    @Override
    void checkInterrupted() {}
}

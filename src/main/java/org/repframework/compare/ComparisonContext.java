package org.repframework.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;

/** What a stage may use of the world while it compares; its scratch lasts no longer than the call. */
final class ComparisonContext implements StageContext, Closeable {

    private final int threads;
    private final Seeds seeds;
    private final List<String> warnings = new ArrayList<>();
    private Path scratch;

    ComparisonContext(int threads, Seeds seeds) {
        this.threads = threads;
        this.seeds = seeds;
    }

    /** Each once, in the order in which they came. */
    List<String> warnings() {
        return warnings.stream().distinct().toList();
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Path scratch() {
        try {
            if (scratch == null) {
                scratch = Files.createTempDirectory("rep-compare-");
            }
            return scratch;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public long seed(String purpose) {
        return seeds.seed(purpose);
    }

    @Override
    public void progress(long done, long total, String unit) {
        // a comparison is short, and its output is for programs
    }

    @Override
    public void note(String text) {
        // belongs to the progress
    }

    @Override
    public void warn(String text) {
        warnings.add(text);
    }

    @Override
    public void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the comparison was told to stop");
        }
    }

    @Override
    public void close() throws IOException {
        if (scratch != null) {
            AtomicFiles.deleteInside(scratch.getParent(), scratch);
        }
    }
}

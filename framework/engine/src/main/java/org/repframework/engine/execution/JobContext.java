package org.repframework.engine.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.repframework.engine.plan.SeedTree;
import org.repframework.engine.store.Pace;
import org.repframework.spi.StageContext;

/** A worker's side of {@link StageContext}: what a stage says goes to the engine as messages. */
final class JobContext implements StageContext {

    private static final long MESSAGE_NANOS = 100_000_000;

    private final Optional<SeedTree> seeds;
    private final int threads;
    private final Path scratch;
    private final Consumer<WorkerMessage> messages;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Pace.Mark> marks = new ArrayList<>();
    private final long begin = System.nanoTime();
    private WorkerMessage.Progress last = new WorkerMessage.Progress(0, 0, "");
    private long lastMessage = System.nanoTime() - MESSAGE_NANOS;

    /** @param result empty: all results of the job */
    private record Warning(OptionalInt result, String text) {}

    JobContext(Optional<SeedTree> seeds, int threads, Path scratch, Consumer<WorkerMessage> messages) {
        this.seeds = seeds;
        this.threads = threads;
        this.scratch = scratch;
        this.messages = messages;
    }

    /** Those of one of the job's results, in the order in which they came. */
    List<String> warnings(int result) {
        return warnings.stream()
                .filter(warning ->
                        warning.result().isEmpty() || warning.result().getAsInt() == result)
                .map(Warning::text)
                .toList();
    }

    /** How far the stage was at its first word of progress, and whenever it noted something. */
    Pace pace() {
        return new Pace(last.unit(), last.total(), marks);
    }

    private void mark() {
        if (marks.isEmpty() || marks.get(marks.size() - 1).done() < last.done()) {
            marks.add(new Pace.Mark(last.done(), (System.nanoTime() - begin) / 1e9));
        }
    }

    @Override
    public long seed(String purpose) {
        return seeds.orElseThrow(() -> new IllegalStateException("a stage that draws must say so: Stage.draws()"))
                .seed(purpose);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public void progress(long done, long total, String unit) {
        last = new WorkerMessage.Progress(done, total, unit);
        if (marks.isEmpty()) {
            mark();
        }
        var now = System.nanoTime();
        if (done >= total || now - lastMessage >= MESSAGE_NANOS) {
            lastMessage = now;
            messages.accept(last);
        }
    }

    @Override
    public void note(String text) {
        if (!marks.isEmpty()) {
            mark();
        }
        messages.accept(new WorkerMessage.Note(text));
    }

    @Override
    public void warn(String text) {
        warnings.add(new Warning(OptionalInt.empty(), text));
    }

    @Override
    public void warn(int result, String text) {
        warnings.add(new Warning(OptionalInt.of(result), text));
    }

    @Override
    public void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the task was told to stop");
        }
    }
}

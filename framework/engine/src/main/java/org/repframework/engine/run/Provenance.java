package org.repframework.engine.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.repframework.engine.plan.Source;

/**
 * What a run leaves about itself, {@code provenance.json}: enough to run it again and to compare the results.
 *
 * @param script the workflow's file, absolute
 * @param sources texts of the script and of what it includes
 * @param directory the current directory of the run, from which paths on the command line count
 * @param store where the results are kept
 * @param started as ISO 8601 in UTC
 * @param given parameters that were given, with their values in force
 * @param parameters all, with the values in force
 * @param defaults of the parameters
 * @param files data files and folders that were read
 */
public record Provenance(
        String run,
        String workflow,
        String script,
        List<Source> sources,
        String directory,
        String store,
        String started,
        double seconds,
        long seed,
        Map<String, Object> given,
        Map<String, Object> parameters,
        Map<String, Object> defaults,
        Map<String, String> environment,
        List<DataFile> files,
        List<Entry> tasks) {

    /** @param content hash of the bytes, or of a folder's file names and bytes */
    public record DataFile(String path, String content) {}

    /**
     * One task.
     *
     * @param settings one map, or for joint moments that of x and that of y
     * @param replica null: the stage draws nothing
     * @param outputs port to a hash of what came out; empty if nothing did
     */
    public record Entry(
            String id,
            String call,
            String file,
            int line,
            String state,
            double seconds,
            String message,
            List<String> warnings,
            String key,
            Plugin plugin,
            String stage,
            int revision,
            List<Map<String, Object>> settings,
            Integer replica,
            List<Input> inputs,
            Map<String, String> outputs) {

        public Entry {
            Objects.requireNonNull(outputs, "outputs");
        }

        public boolean is(Outcome.State wanted) {
            return state.equals(wanted.name().toLowerCase(Locale.ROOT));
        }

        public boolean hasResult() {
            return is(Outcome.State.RAN) || is(Outcome.State.CACHED);
        }
    }

    /** @param classes for a SNAPSHOT the hash of its classes, else empty */
    public record Plugin(String name, String version, String classes) {}

    /** @param path port and parts */
    public record Input(String slot, Map<String, Object> labels, String task, String path) {}

    public Provenance {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(files, "files");
    }

    public long count(Outcome.State state) {
        return tasks.stream().filter(task -> task.is(state)).count();
    }

    public boolean isComplete() {
        return tasks.stream().allMatch(Entry::hasResult);
    }
}

package org.repframework.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.run.RunArchive;
import org.repframework.engine.run.RunArchive.ArchivedRun;
import picocli.CommandLine.Option;

/** The option that says where runs are, and the way from what a user calls a run to the run. */
final class ResultsFolder {

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where runs are: DIR/<workflow>/<run>/ (default: ${DEFAULT-VALUE}).")
    Path path;

    /** Its runs; those that cannot be read are warned of. */
    RunArchive archive() throws IOException {
        var archive = new RunArchive(path);
        archive.unreadable()
                .forEach(folder -> System.err.println("warning: " + folder
                        + "/provenance.json cannot be read: it is damaged, or another version wrote it"));
        return archive;
    }

    /**
     * @param name a run's id, {@code workflow/id}, {@code latest}, {@code workflow/latest}, or its folder
     * @throws UserError if there is no such run
     */
    ArchivedRun find(String name) throws IOException {
        var folder = Path.of(name);
        if (folder.endsWith("provenance.json")) {
            folder = folder.toAbsolutePath().getParent();
        }
        if (Files.exists(folder.resolve("provenance.json"))) {
            var real = folder.toRealPath();
            return RunArchive.read(real)
                    .orElseThrow(() -> new UserError(
                            Code.UNREADABLE_RUN,
                            real + "/provenance.json cannot be read: it is damaged, or another version wrote it"));
        }
        var archive = archive();
        if (archive.runs().isEmpty()) {
            throw noRuns();
        }
        return archive.find(name).orElseThrow(() -> unknown(name, archive));
    }

    UserError noRuns() {
        return new UserError(Problem.outside(
                        Code.NO_RUNS,
                        "there are no runs in " + path.toAbsolutePath().normalize())
                .todo("Say with --results where they are."));
    }

    private static UserError unknown(String name, RunArchive archive) {
        var newestFirst = new ArrayList<String>();
        for (var run : archive.runs()) {
            newestFirst.add(0, run.provenance().run());
        }
        newestFirst.add("latest");
        return new UserError(Problem.outside(Code.UNKNOWN_RUN, "there is no run '" + name + "'")
                .instead(name, newestFirst));
    }
}

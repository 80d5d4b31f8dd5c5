package org.repframework.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.run.RunArchive.ArchivedRun;
import org.repframework.engine.store.Cleaning;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.StoreLock;
import org.repframework.engine.store.StoreLock.StoreBusy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what of the store no run refers to; with --force removes it.",
            "Runs, their reports and tables stay. What is removed is computed again when it is wanted."
        })
public final class CleanCommand implements Callable<Integer> {

    private static final Pattern DAYS = Pattern.compile("([0-9]{1,6})d");

    @Mixin
    private ResultsFolder results;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = ".rep",
            description = "The store (default: ${DEFAULT-VALUE}).")
    private Path store;

    @Option(names = "--keep-runs", paramLabel = "N", description = "Keeps what the newest N runs refer to.")
    private Integer keepRuns;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "Keeps what younger runs refer to; for example 30d.")
    private String olderThan;

    @Option(names = "--force", description = "Removes it.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        var runs = results.archive();
        if (!runs.unreadable().isEmpty()) {
            throw new UserError(Problem.outside(
                            Code.UNREADABLE_RUN,
                            "nothing is cleaned as long as it is not known what "
                                    + runs.unreadable().get(0) + " refers to")
                    .todo("Move the folder away if its results may go."));
        }
        if (runs.runs().isEmpty()) {
            throw results.noRuns();
        }
        var kept = keys(kept(runs.runs()));
        var target = new Store(store);
        if (!force) {
            var cleaning = new Cleaning(target, kept);
            describe(cleaning, "can be removed");
            if (!cleaning.wastes().isEmpty()) {
                System.out.println("nothing was removed; --force removes it");
            }
            return 0;
        }
        remove(target, kept);
        return 0;
    }

    private static void remove(Store target, Set<String> kept) throws IOException {
        StoreLock lock;
        try {
            lock = StoreLock.acquire(target);
        } catch (StoreBusy busy) {
            throw new UserError(Code.STORE_BUSY, busy.getMessage());
        }
        try {
            var cleaning = new Cleaning(target, kept);
            cleaning.remove();
            describe(cleaning, "removed");
        } finally {
            lock.close();
        }
    }

    private List<ArchivedRun> kept(List<ArchivedRun> runs) {
        var kept = runs;
        if (keepRuns != null) {
            if (keepRuns < 1) {
                throw new UserError(Code.WRONG_OPTION, "--keep-runs is " + keepRuns + "; it must be at least 1");
            }
            kept = kept.subList(Math.max(0, kept.size() - keepRuns), kept.size());
        }
        if (olderThan != null) {
            var days = DAYS.matcher(olderThan);
            if (!days.matches()) {
                throw new UserError(
                        Code.WRONG_OPTION, "--older-than is " + olderThan + "; it must be a number of days, like 30d");
            }
            var oldest = Instant.now().minus(Duration.ofDays(Long.parseLong(days.group(1))));
            kept = kept.stream()
                    .filter(run -> Instant.parse(run.provenance().started()).isAfter(oldest))
                    .toList();
        }
        return kept;
    }

    private static Set<String> keys(List<ArchivedRun> runs) {
        var keys = new HashSet<String>();
        runs.forEach(run -> run.provenance().tasks().forEach(task -> keys.add(task.key())));
        return keys;
    }

    private static void describe(Cleaning cleaning, String what) {
        var columns = new Columns();
        for (var waste : cleaning.wastes()) {
            var count = waste.files().size();
            columns.add(count + (count == 1 ? " file" : " files"), Sizes.text(waste.bytes()), waste.kind());
        }
        System.out.print(columns.text());
        for (var link : cleaning.links()) {
            System.out.println("left alone: " + link + " is a symbolic link");
        }
        System.out.println(Sizes.text(cleaning.bytes()) + " " + what);
    }
}

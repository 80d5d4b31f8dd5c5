package org.repframework.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Shows what differs between two runs: scripts, parameters, plugins, tasks and tables.")
public final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's id, its folder, or latest.")
    private String first;

    @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
    private String second;

    @Mixin
    private ResultsFolder results;

    @Override
    public Integer call() throws IOException {
        var before = results.find(first);
        var now = results.find(second);
        System.out.println("- " + before.provenance().workflow() + " "
                + before.provenance().run());
        System.out.println(
                "+ " + now.provenance().workflow() + " " + now.provenance().run());
        var differences = new RunDifferences(before.provenance(), now.provenance());
        var text = differences.text() + TableDifferences.text(before.folder(), now.folder());
        System.out.print(text.isEmpty() ? "they are the same\n" : text);
        return 0;
    }
}

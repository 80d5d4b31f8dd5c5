package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Inputs;
import org.repframework.spi.Ports;
import org.repframework.spi.Seeds;
import org.repframework.spi.Stage;
import org.repframework.spi.StageContext;

/**
 * What the framework expects of every stage. Extend the contract of the role, for example
 * {@link MomentMetricContract}, and give the stage.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(Sentences.class)
public abstract class StageContract<S extends Record> {

    private Path folder;
    private int scratches;
    private Map<String, Object> settings;
    private Inputs<Artifact> inputs;

    @BeforeAll
    final void prepare(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("inputs"));
    }

    /** The stage; may be the same object at each call. */
    protected abstract Stage<S> stage();

    /** Settings as a script would give them; those left out have their defaults. Asked for once. */
    protected Map<String, Object> settings() throws Exception {
        return Map.of();
    }

    /** How the stage differs from what the contract expects of the inputs out of the ordinary, by their name. */
    protected Map<String, Handling> handling() {
        return Map.of();
    }

    /** Where the author may put files that are inputs; the contract sees to it that the stage leaves them alone. */
    protected final Path folder() {
        return folder;
    }

    /** A world for stages that the author runs to make inputs. */
    protected final StageContext context() throws IOException {
        return context(1, 1);
    }

    /** Ordinary inputs, slot by slot of the role. They are made once. */
    abstract Inputs<Artifact> makeInputs() throws Exception;

    /** Inputs out of the ordinary. */
    abstract List<Degenerate> degenerateInputs() throws Exception;

    /** Whether ordinary work is long, so that the stage must say how far it is and ask whether to stop. */
    boolean isLong() {
        return false;
    }

    /** How long a stage may work without asking whether to stop, and how long it may take to come back. */
    Duration patience() {
        return Duration.ofSeconds(1);
    }

    Ports<Description> describe(S settings, Inputs<Artifact> given, Seeds seeds) throws Exception {
        return stage().describe(settings, Descriptions.of(given), seeds);
    }

    Ports<Artifact> run(S settings, Inputs<Artifact> given, StageContext context) throws Exception {
        return stage().run(settings, given, context);
    }

    @Test
    public final void nameIsInLowerCaseWithHyphens() {
        Names.check(stage().name());
        assertEquals(stage().name(), stage().name(), "the name changes from call to call");
    }

    @Test
    public final void summaryIsOneLine() {
        Names.checkSummary(stage().summary());
    }

    @Test
    public final void revisionIsAtLeastOne() {
        assertTrue(stage().revision() >= 1, () -> "revision() is " + stage().revision());
    }

    @Test
    public final void settingsSayWhatTheyMean() {
        assertEquals(List.of(), SettingsRules.problems(stage().settings()));
    }

    @Test
    public final void refusedSettingsAreNamed() throws Exception {
        assertEquals(List.of(), SettingsRules.flawedRefusals(bound()));
    }

    @Test
    public final void describingTwiceGivesTheSameAndWritesNothing() throws Exception {
        var files = Footprint.of(ordinary());
        var here = listing();
        var first = describe(bound(), ordinary(), seeds(1));
        assertEquals(first, describe(bound(), ordinary(), seeds(1)), "describe() differs from call to call");
        same(files, Footprint.of(ordinary()), "describe() changed its inputs");
        assertEquals(here, listing(), "describe() wrote into the folder of its inputs or the current directory");
    }

    @Test
    public final void whatIsDescribedIsWhatComes() throws Exception {
        compareWithDescription(1);
        if (stage().draws()) {
            compareWithDescription(2);
        }
    }

    private void compareWithDescription(int replica) throws Exception {
        var described = describe(bound(), ordinary(), seeds(replica));
        var outputs = call(context(replica, 1)).succeeded();
        assertEquals(
                List.copyOf(described.byName().keySet()),
                List.copyOf(outputs.byName().keySet()),
                "the ports that came are not those described");
        outputs.byName().forEach((port, artifact) -> {
            Agreement.check(port, described.byName().get(port), artifact);
            Soundness.check(port, artifact);
        });
    }

    @Test
    public final void equalSeedsGiveEqualBytes() throws Exception {
        var first = call(context(1, 1)).footprint();
        call(context(2, 1));
        same(first, call(context(1, 1)).footprint(), "two runs with equal seeds gave different bytes");
    }

    @Test
    public final void otherReplicasGiveOtherBytes() throws Exception {
        var one = context(1, 1);
        var first = call(one).footprint();
        if (stage().draws()) {
            var second = call(context(2, 1)).footprint();
            assertFalse(
                    first.differences(second).isEmpty(),
                    "draws() is true, but replica 2 gives the bytes of replica 1; seeds asked for: " + one.purposes);
        } else {
            assertEquals(List.of(), one.purposes, "draws() is false, but the stage asked for seeds");
        }
    }

    @Test
    public final void bytesDoNotDependOnTheNumberOfThreads() throws Exception {
        assumeFalse(stage().dependsOnThreads(), "dependsOnThreads() is true");
        var one = call(context(1, 1)).footprint();
        same(
                one,
                call(context(1, 4)).footprint(),
                "4 threads gave other bytes than 1, but dependsOnThreads() is false");
    }

    @Test
    public final void inputsStayAsTheyAre() throws Exception {
        var before = Footprint.of(ordinary());
        var files = Footprint.of(folder);
        call(context(1, 1)).succeeded();
        same(before, Footprint.of(ordinary()), "the stage changed its inputs");
        same(files, Footprint.of(folder), "the stage changed the files of its inputs");
    }

    @Test
    public final void filesAreWrittenIntoTheScratchDirectory() throws Exception {
        var context = context(1, 1);
        var outputs = call(context).succeeded();
        for (var file : FilesWithin.of(outputs)) {
            assertTrue(
                    file.startsWith(context.scratch())
                            || FilesWithin.of(ordinary()).contains(file),
                    () -> file + " is not in the scratch directory " + context.scratch());
        }
    }

    @Test
    public final void progressOnlyGrowsAndEndsAtItsTotal() throws Exception {
        var context = context(1, 1);
        call(context).succeeded();
        ProgressRules.check(context.progress, isLong());
    }

    @Test
    public final void interruptionIsObeyedWithinASecond() throws Exception {
        Interruption.check(this);
    }

    @Test
    public final void anInterruptedTaskGoesOnToTheSameBytes() throws Exception {
        Interruption.checkResumption(this);
    }

    @Test
    public final void noThreadIsLeftBehind() throws Exception {
        LeftThreads.check(() -> call(context(1, 1)).succeeded());
    }

    @TestFactory
    public final Stream<DynamicTest> inputsOutOfTheOrdinaryAreHandledAsStated() throws Exception {
        var all = degenerateInputs();
        var names = all.stream().map(Degenerate::name).toList();
        assertTrue(
                names.containsAll(handling().keySet()),
                () -> "handling() names " + handling().keySet() + ", the contract knows " + names);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> handle(one)));
    }

    private void handle(Degenerate degenerate) throws Exception {
        var expected = handling().getOrDefault(degenerate.name(), degenerate.handling());
        Outcome.of(this, degenerate).check(expected);
    }

    /** The settings of ordinary runs. */
    final S bound() throws Exception {
        return boundWith(Map.of());
    }

    /** @param changes what differs from the settings of ordinary runs */
    final S boundWith(Map<String, Object> changes) throws Exception {
        if (settings == null) {
            settings = settings();
        }
        var all = new LinkedHashMap<>(settings);
        all.putAll(changes);
        return SettingsRecord.of(stage().settings(), all);
    }

    final Inputs<Artifact> ordinary() throws Exception {
        if (inputs == null) {
            inputs = makeInputs();
        }
        return inputs;
    }

    final Trial call(TrialContext context) throws Exception {
        var settings = bound();
        var given = ordinary();
        return Trial.of(context, () -> run(settings, given, context));
    }

    final TrialContext context(int replica, int threads) throws IOException {
        return new TrialContext(replica, threads, newScratch(), Integer.MAX_VALUE);
    }

    final Path newScratch() throws IOException {
        return Files.createDirectory(folder.resolveSibling("scratch-" + ++scratches));
    }

    static Seeds seeds(int replica) {
        return purpose -> TrialContext.seed(replica, purpose);
    }

    static void same(Footprint expected, Footprint actual, String otherwise) {
        var differences = expected.differences(actual);
        if (!differences.isEmpty()) {
            fail(otherwise + "; they differ in " + String.join(", ", differences));
        }
    }

    private List<String> listing() throws IOException {
        try (var here = Files.list(Path.of("").toAbsolutePath());
                var given = Files.walk(folder)) {
            return Stream.concat(here, given).map(Path::toString).sorted().toList();
        }
    }
}

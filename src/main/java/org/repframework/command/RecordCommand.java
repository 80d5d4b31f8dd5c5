package org.repframework.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.repframework.engine.Engine;
import org.repframework.engine.RunRequest;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.NumericEnvironment;
import org.repframework.engine.plan.Call;
import org.repframework.engine.plan.GivenParameters;
import org.repframework.engine.plan.Handle;
import org.repframework.engine.plan.PlanBuilder;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.plan.Site;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Severity;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.StoreLock.StoreBusy;
import org.repframework.spi.Role;
import org.repframework.spi.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A plan of three tasks that no script describes: images, network, samples. Its store lies beside the file that is
 * wanted, and is removed with all that is not.
 */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Writes the activations of a layer of a saved Deeplearning4j network over images, samples x units,"
                        + " as a .npy file of float32.")
public final class RecordCommand implements Callable<Integer> {

    private static final Site SITE = new Site(Place.OUTSIDE, List.of(), Map.of(), Map.of());
    private static final String IDX = "-images-idx3-ubyte";

    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "Model file of a MultiLayerNetwork, as ModelSerializer.writeModel writes it.")
    private Path network;

    @Parameters(
            index = "1",
            paramLabel = "IMAGES",
            description =
                    "Folder or zip with train/<class>/ and test/<class>/, with a folder of pictures for each class, or with"
                            + " pictures alone (jpg, png or bmp; in the order of their names); folder with MNIST's four"
                            + " IDX files, or the image file of one of its parts.")
    private Path images;

    @Option(names = "--layer", paramLabel = "NAME", required = true, description = "The layer to record.")
    private String layer;

    @Option(
            names = "--reading",
            paramLabel = "NAME",
            defaultValue = "sum",
            description = "What a unit of a convolution is: sum, positions, mean, max or flatten (default:"
                    + " ${DEFAULT-VALUE}).")
    private String reading;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of positions so many of each image, drawn at random; 0: all (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--draw",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which draw of positions (default: ${DEFAULT-VALUE}).")
    private int draw;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "test or train, where IMAGES has them (default: test, or the file's own part).")
    private String part;

    @Option(
            names = "--mean",
            paramLabel = "N",
            split = ",",
            description =
                    "What is taken from pixels 0..255, one number a channel (default: as the file's normaliser says,"
                            + " or 0 if it has none).")
    private List<Double> mean = List.of();

    @Option(
            names = "--deviation",
            paramLabel = "N",
            split = ",",
            description = "What is then divided by (default: as the file's normaliser says, or 255 if it has none).")
    private List<Double> deviation = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The .npy file to write.")
    private Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads to compute with (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = out.toAbsolutePath().normalize();
        if (!Files.isDirectory(target.getParent())) {
            throw new UserError(Code.WRONG_OPTION, "--out " + out + ": there is no folder " + target.getParent());
        }
        if (threads < 1) {
            throw new UserError(Code.WRONG_OPTION, "--threads is " + threads + "; it must be at least 1");
        }
        var work = Files.createTempDirectory(target.getParent(), "." + target.getFileName());
        try {
            return record(work, target);
        } finally {
            AtomicFiles.deleteInside(target.getParent(), work);
        }
    }

    private int record(Path work, Path target) throws IOException, InterruptedException {
        var injector = Wiring.connect(work.resolve("store"));
        Wiring.warnOfBroken(injector.getInstance(Registry.class));
        var store = injector.getInstance(Store.class);
        var context = new PlanContext(
                Path.of("record"),
                "",
                1,
                GivenParameters.NONE,
                Path.of("").toAbsolutePath(),
                NumericEnvironment.of(injector.getInstance(Installation.class), threads));
        var builder = new PlanBuilder(injector.getInstance(Registry.class), context, store.contentHashes());
        var samples = samples(builder);
        var wrong = builder.problems().all().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
        if (wrong.isPresent()) {
            throw new UserError(wrong.get());
        }
        var request = new RunRequest(
                context.script(), context.folder(), Map.of(), Map.of(), work.resolve("runs"), threads, 1);
        try (var progress = Progress.start()) {
            var run = injector.getInstance(Engine.class).run(builder.build(List.of()), request, progress);
            run.outcomes().stream()
                    .flatMap(outcome -> outcome.warnings().stream())
                    .forEach(warning -> System.err.println("warning: " + warning));
            if (!run.isComplete()) {
                return fail(run);
            }
        } catch (StoreBusy impossible) {
            throw new IllegalStateException(impossible);
        }
        var task = ((Handle.Result) samples).task();
        var recorded = (Samples) store.read(task.key(), task.ports().first());
        publish(recorded.file(), target);
        System.out.println(out + ": " + recorded.samples() + " samples x " + recorded.units() + " units, "
                + recorded.samplesPerImage() + " an image");
        return 0;
    }

    /** What the command line says, in a script's words. */
    private Handle samples(PlanBuilder builder) throws IOException {
        var dataset = builder.call(Role.DATASET_SOURCE, source());
        var probes = (Handle) builder.property(dataset, part == null ? ownPart() : part, Place.OUTSIDE);
        var settings = new LinkedHashMap<String, Object>();
        settings.put("path", network.toString());
        settings.put("mean", mean);
        settings.put("deviation", deviation);
        var loaded = builder.call(Role.NETWORK_SOURCE, new Call("deeplearning4j", List.of(probes), settings, SITE));
        var recording = builder.call(
                Role.ACTIVATION_RECORDER,
                new Call(
                        "units",
                        List.of(loaded, probes),
                        Map.of("layer", layer, "reading", reading, "sample", sample, "draw", draw),
                        SITE));
        return builder.samples(recording, Place.OUTSIDE);
    }

    private Call source() throws IOException {
        var name = images.getFileName().toString();
        var idxFolder = name.contains(IDX) ? images.toAbsolutePath().getParent() : images;
        var isIdx = name.contains(IDX)
                || Files.exists(images.resolve("t10k" + IDX))
                || Files.exists(images.resolve("t10k" + IDX + ".gz"));
        if (isIdx) {
            return new Call("idx", List.of(), Map.of("path", idxFolder.toString()), SITE);
        }
        var isInParts = isInParts();
        if (!isInParts && part != null) {
            throw new UserError(
                    Code.WRONG_OPTION,
                    "--part " + part + ": " + images + " has neither train/ nor test/; without --part all its pictures"
                            + " are taken");
        }
        return new Call(isInParts ? "image-folder" : "pictures", List.of(), Map.of("path", images.toString()), SITE);
    }

    /** What is no folder and no zip, its source refuses. */
    private boolean isInParts() throws IOException {
        if (Files.isDirectory(images)) {
            return isInParts(images);
        }
        if (!Files.exists(images)) {
            return false;
        }
        try (var zip = FileSystems.newFileSystem(images)) {
            return isInParts(zip.getPath("/"));
        } catch (ZipException | ProviderNotFoundException noZip) {
            return false;
        }
    }

    /** Whether a part lies in the folder or in the only folder inside. */
    private static boolean isInParts(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            var inside = entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !entry.getFileName().toString().startsWith("__MACOSX"))
                    .limit(2)
                    .toList();
            return hasPart(folder) || inside.size() == 1 && hasPart(inside.get(0));
        }
    }

    private static boolean hasPart(Path folder) {
        return Files.isDirectory(folder.resolve("train")) || Files.isDirectory(folder.resolve("test"));
    }

    private String ownPart() {
        return images.getFileName().toString().startsWith("train" + IDX) ? "train" : "test";
    }

    private static int fail(CompletedRun run) {
        for (var task : run.plan().tasks()) {
            var outcome = run.outcomes().get(task.number());
            if (outcome.state() == State.FAILED) {
                System.err.println("failed: " + task.call() + ": " + outcome.message());
            }
        }
        return 1;
    }

    /** Either the whole file stands there afterwards, or what stood there before. */
    private static void publish(Path file, Path target) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

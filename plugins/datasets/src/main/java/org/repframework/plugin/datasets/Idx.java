package org.repframework.plugin.datasets;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** Grey images in the four files of MNIST and its successors; a class for every label that occurs. */
public final class Idx implements DatasetSource<Idx.Settings> {

    public record Settings(
            @Setting("folder with MNIST's four files, for example train-images-idx3-ubyte or .gz")
            Path path) {}

    private record Parts(IdxPart train, IdxPart test) {}

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String summary() {
        return "grey images in the IDX files of MNIST, Fashion-MNIST and the like, gzipped or not";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfDataset describe(Settings settings) {
        var parts = open(settings.path());
        return new Description.OfDataset(parts.train().describe(), parts.test().describe());
    }

    @Override
    public Dataset load(Settings settings, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var parts = open(settings.path());
        var train = parts.train().count();
        var total = train + parts.test().count();
        return new Dataset(
                parts.train().load(context.scratch().resolve("train.npy"), 0, total, context),
                parts.test().load(context.scratch().resolve("test.npy"), train, total, context));
    }

    private static Parts open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Refusal.of("path", "there is no folder " + folder);
        }
        try {
            var train = IdxPart.open(folder, "train");
            var test = IdxPart.open(folder, "t10k");
            if (!train.shape().equals(test.shape())) {
                throw Refusal.of(
                        "path", folder + ": training images are " + train.shape() + ", test images " + test.shape());
            }
            if (!Arrays.equals(train.classes(), test.classes())) {
                throw Refusal.of(
                        "path",
                        folder + ": the training labels are " + Arrays.toString(train.classes())
                                + ", the test labels " + Arrays.toString(test.classes())
                                + "; every class must be in both parts");
            }
            if (train.classes().length == 1) {
                throw Refusal.of(
                        "path", folder + " has only one class, '" + train.classes()[0] + "'; at least two are needed");
            }
            return new Parts(train, test);
        } catch (IdxFile.Flaw e) {
            throw Refusal.of("path", e.getMessage());
        } catch (AccessDeniedException e) {
            throw Refusal.of("path", e.getFile() + " cannot be read (permission denied)");
        } catch (IOException e) {
            throw Refusal.of("path", folder + " cannot be read: " + e);
        }
    }
}

package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.SavedModel;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Network;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.NetworkSource;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** A {@code MultiLayerNetwork} that anybody has saved with Deeplearning4j. */
final class SavedNetwork implements NetworkSource<SavedNetwork.Settings> {

    record Settings(
            @Setting("model file that ModelSerializer.writeModel has written")
            Path path,

            @Setting(
                    value =
                            "of each channel what is taken from pixels 0..255; empty: as the file's normaliser says, or 0"
                                    + " if it has none",
                    defaultValue = "")
            List<Double> mean,

            @Setting(
                    value = "of each channel what is then divided by, above 0; empty: as the file's normaliser says, or"
                            + " 255 if it has none",
                    defaultValue = "")
            List<Double> deviation) {

        Settings {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
            if (mean.size() != deviation.size()) {
                throw Refusal.of(
                        "mean",
                        "mean has " + mean.size() + " numbers, deviation " + deviation.size()
                                + "; give both, one for each channel, or neither");
            }
            if (mean.stream().anyMatch(value -> !Double.isFinite(value))
                    || deviation.stream().anyMatch(value -> !(value > 0 && Double.isFinite(value)))) {
                throw Refusal.of(
                        "deviation",
                        "mean " + mean + " and deviation " + deviation + " must be numbers, the deviation above 0");
            }
        }
    }

    @Override
    public String name() {
        return "deeplearning4j";
    }

    @Override
    public String summary() {
        return "a MultiLayerNetwork saved by Deeplearning4j, anybody's";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfNetwork describe(Settings settings, Description.OfExamples images) {
        var channels = images.shape().channels();
        if (!settings.mean().isEmpty() && settings.mean().size() != channels) {
            throw Refusal.of(
                    "mean",
                    "mean has " + settings.mean().size() + " numbers, the images have " + channels + " channels");
        }
        var architecture = new SavedModel(settings.path()).architecture(images.shape());
        var shapes = architecture.shapes();
        var outputs = shapes.get(shapes.size() - 1).size();
        var names = images.classNames().size() == outputs
                ? images.classNames()
                : IntStream.range(0, outputs).mapToObj(Integer::toString).toList();
        return new Description.OfNetwork(architecture, names, 0);
    }

    @Override
    public Network load(Settings settings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        context.checkInterrupted();
        var counts = Collections.nCopies(images.classNames().size(), 0);
        var shape = images.pixels().shape();
        var described = describe(settings, new Description.OfExamples(counts, shape, images.classNames()));
        var normalisation = normalisation(settings, shape.channels(), context);
        var copy = context.scratch().resolve("network.zip");
        Files.copy(settings.path(), copy, StandardCopyOption.REPLACE_EXISTING);
        context.progress(1, 1, "networks");
        try {
            return ModelFile.open(copy, described.architecture(), described.classNames(), normalisation, 0);
        } catch (IOException unfit) {
            throw new StageFailure(settings.path() + ": " + unfit.getMessage(), unfit);
        }
    }

    private static Normalisation normalisation(Settings settings, int channels, StageContext context)
            throws StageFailure, IOException {
        if (!settings.mean().isEmpty()) {
            return new Normalisation(settings.mean(), settings.deviation());
        }
        var own = new SavedModel(settings.path()).normalisation(channels);
        if (own.isEmpty()) {
            context.warn(
                    settings.path() + " has no normaliser: pixels 0..255 are scaled to 0..1; give mean and deviation"
                            + " if the network was trained otherwise");
        }
        return own.orElse(new Normalisation(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 255.0)));
    }
}

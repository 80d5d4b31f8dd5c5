package org.repframework.plugin.deeplearning4j.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the model file of a {@code MultiLayerNetwork} says, whoever made it. */
public record SavedModel(Path file) {

    private static final int BRIGHTEST = 255;

    /**
     * @param images what the network will read; the file does not say it
     * @throws Refusal if it is no such file, or the network has layers that are not ours
     */
    public Architecture architecture(ImageShape images) {
        var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        var architecture = SavedLayers.of(name, configuration(), images);
        LearnedLayer.of(architecture);
        return architecture;
    }

    private JsonNode configuration() {
        try {
            var configuration = JsonMapper.shared().readTree(json());
            if (configuration.has("networkInputs")) {
                throw Refusal.of("path", file + " holds a ComputationGraph; a MultiLayerNetwork can be read");
            }
            if (!configuration.path("confs").isArray()) {
                throw Refusal.of("path", file + " holds no configuration of a MultiLayerNetwork: it has no 'confs'");
            }
            return configuration;
        } catch (JacksonException unreadable) {
            throw Refusal.of("path", file + " has a configuration that is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    private String json() {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("configuration.json");
            if (entry == null || zip.getEntry("coefficients.bin") == null) {
                throw Refusal.of(
                        "path",
                        file + " is no Deeplearning4j model file: it has no configuration.json and coefficients.bin");
            }
            try (var stream = zip.getInputStream(entry)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (ZipException e) {
            throw Refusal.of(
                    "path", file + " is no Deeplearning4j model file, which is a zip (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw Refusal.of("path", file + " cannot be read: " + e);
        }
    }

    /**
     * What the file's own normaliser does to pixels 0..255; empty if it has none.
     *
     * @throws StageFailure if it does something else than our normalisation
     */
    public Optional<Normalisation> normalisation(int channels) throws IOException, StageFailure {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("normalizer.bin");
            if (entry == null) {
                return Optional.empty();
            }
            var normaliser = NormalizerSerializer.getDefault().restore(zip.getInputStream(entry));
            if (normaliser instanceof NormalizerStandardize standardise
                    && standardise.getMean().length() == channels) {
                return Optional.of(new Normalisation(doubles(standardise.getMean()), doubles(standardise.getStd())));
            }
            if (normaliser instanceof ImagePreProcessingScaler scaler && scaler.getMaxPixelVal() == BRIGHTEST) {
                var range = scaler.getMaxRange() - scaler.getMinRange();
                return Optional.of(new Normalisation(
                        Collections.nCopies(channels, -scaler.getMinRange() * BRIGHTEST / range),
                        Collections.nCopies(channels, BRIGHTEST / range)));
            }
            throw new StageFailure(file + " has a normaliser, "
                    + normaliser.getClass().getSimpleName() + ", that is no mean and deviation of each of " + channels
                    + " channels; give mean and deviation");
        } catch (IOException | StageFailure known) {
            throw known;
        } catch (Exception unreadable) { // the serializer declares no less
            throw new StageFailure(file + " has a normaliser that cannot be read: " + unreadable, unreadable);
        }
    }

    private static List<Double> doubles(INDArray row) {
        return Arrays.stream(row.toDoubleVector()).boxed().toList();
    }
}

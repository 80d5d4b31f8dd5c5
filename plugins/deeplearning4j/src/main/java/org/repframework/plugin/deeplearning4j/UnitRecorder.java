package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.repframework.plugin.deeplearning4j.network.Reading;
import org.repframework.plugin.deeplearning4j.network.SampledPositions;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Architecture;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.Gram;
import org.repframework.spi.ImageShape;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Recording;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Samples;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** The activations of a layer's units, after the ReLU and before any pooling. */
final class UnitRecorder implements ActivationRecorder<UnitRecorder.Settings> {

    record Settings(
            @Setting(
                    "the layer's name; a layer is read after its ReLU, or before it where the ReLU is a layer of its own, the"
                            + " last one as logits, before the softmax")
            String layer,

            @Setting(
                    value = "what a unit of a convolution is: its channel's 'sum', 'mean' or 'max' over an image,"
                            + " the channel at each of its 'positions' as a sample, each position a unit"
                            + " ('flatten'), or the channel at each frequency of its Fourier transform ('dft')",
                    defaultValue = "sum")
            Reading reading,

            @Setting(
                    value = "how many positions are drawn of each image, at random and the same for every network, with"
                            + " reading: 'positions'; 0: all",
                    defaultValue = "0",
                    min = 0)
            int sample,

            @Setting(
                    value = "which draw of positions, so that a comparison can be repeated with others",
                    defaultValue = "1",
                    min = 1)
            int draw,

            @Setting(
                    value =
                            "0: the images as they are; 1, 2, ...: in another order at random, the same for every network;"
                                    + " compared with a recording in order 0 it shows what chance gives",
                    defaultValue = "0",
                    min = 0)
            int shuffle) {

        Settings {
            if (sample != 0 && reading != Reading.POSITIONS) {
                throw Refusal.of(
                        "sample",
                        "sample: " + sample + " draws positions, but reading: '" + title(reading)
                                + "' makes one sample of an image; write reading: 'positions'");
            }
            if (draw != 1 && sample == 0) {
                throw Refusal.of("draw", "draw: " + draw + " of all positions; it goes with a sample of them");
            }
        }

        /** All positions, the images as they are. */
        Settings(String layer, Reading reading) {
            this(layer, reading, 0, 1, 0);
        }

        /** What comes out of the layer. */
        ImageShape output(Architecture architecture) {
            return architecture.shapes().get(architecture.indexOf(layer));
        }

        int samplesPerImage(ImageShape output) {
            return sample == 0 ? reading.samplesPerImage(output) : sample;
        }

        /** Empty: all positions. */
        Optional<SampledPositions> sampled(ImageShape output) {
            return sample == 0
                    ? Optional.empty()
                    : Optional.of(new SampledPositions(draw, sample, reading.samplesPerImage(output)));
        }

        private static String title(Reading reading) {
            return reading.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public String summary() {
        return "the activations of a layer's channels or neurons, after the ReLU and before pooling";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean dependsOnThreads() {
        return true;
    }

    @Override
    public RecordingDescription describe(
            Settings settings, Description.OfNetwork network, Description.OfExamples images) {
        Fit.requireLayer(settings.layer(), network);
        Fit.requireShape("images", network, images);
        var output = settings.output(network.architecture());
        requireDraws(settings, output, images);
        return new RecordingDescription(
                settings.layer(),
                Settings.title(settings.reading()),
                settings.reading().units(output),
                (long) images.count() * settings.samplesPerImage(output),
                drawn(settings, output),
                settings.reading() == Reading.DFT);
    }

    private static void requireDraws(Settings settings, ImageShape output, Description.OfExamples images) {
        var positions = output.height() * output.width();
        if (settings.sample() > positions) {
            throw Refusal.of(
                    "sample",
                    "sample: " + settings.sample() + " of the " + positions
                            + (positions == 1 ? " position" : " positions")
                            + " (" + output.height() + "x" + output.width() + ") that '" + settings.layer()
                            + "' has; 1 to " + positions + " can be drawn, 0 takes all");
        }
        if (settings.shuffle() != 0 && images.count() < 2) {
            throw Refusal.of("shuffle", "shuffle: " + settings.shuffle() + " of 1 image; there is no other order");
        }
    }

    private static String drawn(Settings settings, ImageShape output) {
        return settings.sample() == 0
                ? ""
                : settings.sample() + " of " + output.height() + "x" + output.width() + " positions, draw "
                        + settings.draw();
    }

    @Override
    public List<JointMoments> jointMoments(List<Pair<Settings>> pairs, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return new RecordedEvidence(images, context).jointMoments(pairs);
    }

    @Override
    public List<FrequencyMoments> frequencyMoments(List<Pair<Settings>> pairs, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return new RecordedFrequencies(images, context).of(pairs);
    }

    @Override
    public List<Samples> samples(List<Recording<Settings>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return new RecordedEvidence(images, context).samples(recordings);
    }

    @Override
    public List<Gram> grams(List<Recording<Settings>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return new RecordedEvidence(images, context).grams(recordings);
    }
}

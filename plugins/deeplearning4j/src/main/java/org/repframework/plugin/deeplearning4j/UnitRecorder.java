package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.repframework.numerics.GramMatrix;
import org.repframework.plugin.deeplearning4j.network.Reading;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Layer;
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
                            + " the channel at each of its 'positions' as a sample, or each position a unit"
                            + " ('flatten')",
                    defaultValue = "sum")
            Reading reading) {}

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
        var architecture = network.architecture();
        var names = architecture.layers().stream().map(Layer::name).toList();
        if (!names.contains(settings.layer())) {
            throw Refusal.unknown(
                    "layer",
                    settings.layer(),
                    "'" + settings.layer() + "' is not a layer of " + architecture.name(),
                    names);
        }
        Fit.requireShape("images", network, images);
        var output = architecture.shapes().get(architecture.indexOf(settings.layer()));
        var reading = settings.reading();
        return new RecordingDescription(
                settings.layer(),
                reading.name().toLowerCase(Locale.ROOT),
                reading.units(output),
                (long) images.count() * reading.samplesPerImage(output));
    }

    @Override
    public List<JointMoments> jointMoments(List<Pair<Settings>> pairs, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return RecordingPass.jointMoments(pairs, images, context);
    }

    @Override
    public List<Samples> samples(List<Recording<Settings>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return RecordingPass.samples(recordings, images, context);
    }

    @Override
    public List<Gram> grams(List<Recording<Settings>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var grams = new ArrayList<Gram>();
        for (var samples : samples(recordings, images, context)) {
            grams.add(GramMatrix.of(samples));
        }
        return grams;
    }
}

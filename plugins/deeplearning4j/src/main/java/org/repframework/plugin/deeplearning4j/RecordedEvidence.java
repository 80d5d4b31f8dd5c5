package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.repframework.numerics.GramAccumulator;
import org.repframework.numerics.JointMomentAccumulator;
import org.repframework.plugin.deeplearning4j.network.Reading;
import org.repframework.plugin.deeplearning4j.network.UnitBlock;
import org.repframework.spi.ActivationRecorder.Pair;
import org.repframework.spi.Examples;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Recording;
import org.repframework.spi.Samples;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** What recordings are asked for, gathered while their networks run over the probe set. */
final class RecordedEvidence {

    private static final double GIGABYTE = 1 << 30;

    private final Examples images;
    private final StageContext context;

    RecordedEvidence(Examples images, StageContext context) {
        this.images = images;
        this.context = context;
    }

    List<JointMoments> jointMoments(List<Pair<UnitRecorder.Settings>> asked)
            throws StageFailure, InterruptedException, IOException {
        var recordings =
                asked.stream().flatMap(pair -> Stream.of(pair.x(), pair.y())).toList();
        try (var pass = new RecordingPass(recordings, images)) {
            var units =
                    pass.recordings().stream().mapToInt(RecordedEvidence::units).toArray();
            var pairs = asked.stream()
                    .map(pair -> new JointMomentAccumulator.Pair(pass.indexOf(pair.x()), pass.indexOf(pair.y())))
                    .toList();
            try (var moments = new JointMomentAccumulator(units, pairs)) {
                pass.run(
                        context,
                        blocks -> moments.add(
                                blocks.stream().map(UnitBlock::samples).toList()));
                return moments.results();
            }
        }
    }

    List<Samples> samples(List<Recording<UnitRecorder.Settings>> asked)
            throws StageFailure, InterruptedException, IOException {
        try (var pass = new RecordingPass(asked, images);
                var files = new SampleFiles()) {
            for (var recording : pass.recordings()) {
                var file = Files.createTempFile(context.scratch(), "samples", ".npy");
                files.open(file, images.count(), samplesPerImage(recording), units(recording));
            }
            pass.run(
                    context,
                    blocks -> files.add(blocks.stream().map(UnitBlock::samples).toList()));
            var written = files.finish();
            return asked.stream()
                    .map(recording -> written.get(pass.indexOf(recording)))
                    .toList();
        }
    }

    /** One recording after the other, each with a pass of its own, so that the activations of one alone are kept. */
    List<Gram> grams(List<Recording<UnitRecorder.Settings>> asked)
            throws StageFailure, InterruptedException, IOException {
        for (var recording : asked) {
            requireMemory(recording);
        }
        var grams = new ArrayList<Gram>();
        for (var recording : asked) {
            var samples = images.count() * samplesPerImage(recording);
            try (var pass = new RecordingPass(List.of(recording), images);
                    var activations = new GramAccumulator(samples, units(recording))) {
                pass.run(context, blocks -> activations.add(blocks.get(0).samples()));
                grams.add(activations.result(context));
            }
        }
        return grams;
    }

    private void requireMemory(Recording<UnitRecorder.Settings> recording) throws StageFailure {
        var settings = recording.settings();
        var samples = (long) images.count() * samplesPerImage(recording);
        var arrays = Pointer.maxBytes();
        var heap = Runtime.getRuntime().maxMemory();
        if (GramAccumulator.fits(samples, units(recording), arrays, heap)) {
            return;
        }
        var fitting = GramAccumulator.mostSamples(units(recording), arrays, heap);
        var perImage = samplesPerImage(recording);
        throw new StageFailure(String.format(
                Locale.ROOT,
                "not enough memory: the Gram matrix of layer '%s' by %s over %d images takes %.2f GB (%.2f GB of"
                        + " activations, %d samples x %d units, and %.2f GB of inner products), a worker may use %.2f"
                        + " GB and %.2f GB of heap. %s",
                settings.layer(),
                settings.reading().name().toLowerCase(Locale.ROOT),
                images.count(),
                GramAccumulator.bytes(samples, units(recording)) / GIGABYTE,
                (double) samples * units(recording) * Float.BYTES / GIGABYTE,
                samples,
                units(recording),
                (double) samples * samples * Double.BYTES / GIGABYTE,
                arrays / GIGABYTE,
                heap / GIGABYTE,
                fitting >= perImage
                        ? "Record at most " + fitting / perImage + " images, or take fewer workers"
                        : "Take fewer workers; not even one image fits"));
    }

    private static int units(Recording<UnitRecorder.Settings> recording) {
        var settings = recording.settings();
        if (settings.reading() == Reading.DFT) {
            throw new IllegalArgumentException("'" + settings.layer() + "' is recorded by frequency");
        }
        return settings.reading().units(settings.output(recording.network().architecture()));
    }

    private static int samplesPerImage(Recording<UnitRecorder.Settings> recording) {
        var settings = recording.settings();
        return settings.samplesPerImage(settings.output(recording.network().architecture()));
    }
}

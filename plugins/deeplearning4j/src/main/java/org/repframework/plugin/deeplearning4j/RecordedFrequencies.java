package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import org.repframework.numerics.FrequencyMomentAccumulator;
import org.repframework.plugin.deeplearning4j.network.UnitBlock;
import org.repframework.spi.ActivationRecorder.Pair;
import org.repframework.spi.Examples;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Recording;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** The moments by frequency of pairs of recordings, one pair after the other, so that the sums of one alone are kept. */
final class RecordedFrequencies {

    private static final double GIGABYTE = 1 << 30;

    private final Examples images;
    private final StageContext context;

    RecordedFrequencies(Examples images, StageContext context) {
        this.images = images;
        this.context = context;
    }

    List<FrequencyMoments> of(List<Pair<UnitRecorder.Settings>> asked)
            throws StageFailure, InterruptedException, IOException {
        for (var pair : asked) {
            requireMemory(pair);
        }
        var moments = new ArrayList<FrequencyMoments>();
        for (var pair : asked) {
            warnOfSizes(moments.size(), pair);
            moments.add(moments(pair));
        }
        return moments;
    }

    private FrequencyMoments moments(Pair<UnitRecorder.Settings> pair)
            throws StageFailure, InterruptedException, IOException {
        try (var pass = new RecordingPass(List.of(pair.x(), pair.y()), images);
                var sums = sums(pass.recordings())) {
            pass.run(
                    context,
                    blocks -> sums.add(blocks.stream().map(UnitBlock::samples).toList()));
            return sums.result();
        }
    }

    /** @param recordings one where a layer is compared with itself */
    private static FrequencyMomentAccumulator sums(List<Recording<UnitRecorder.Settings>> recordings) {
        var x = shape(recordings.get(0));
        return recordings.size() == 1
                ? new FrequencyMomentAccumulator(x)
                : new FrequencyMomentAccumulator(x, shape(recordings.get(1)));
    }

    private void warnOfSizes(int result, Pair<UnitRecorder.Settings> pair) {
        var x = shape(pair.x());
        var y = shape(pair.y());
        if (x.height() != y.height() || x.width() != y.width()) {
            var common = Frequency.common(x, y).size();
            context.warn(
                    result,
                    "'" + pair.x().settings().layer() + "' has " + positions(x) + " positions and '"
                            + pair.y().settings().layer() + "' " + positions(y) + ": compared at the "
                            + (common == 1 ? "frequency (0, 0), the only one" : common + " low frequencies")
                            + " that both have");
        }
    }

    private static void requireMemory(Pair<UnitRecorder.Settings> pair) throws StageFailure {
        var x = shape(pair.x());
        var y = shape(pair.y());
        var bytes = FrequencyMomentAccumulator.bytes(x, y);
        var arrays = Pointer.maxBytes();
        var heap = Runtime.getRuntime().maxMemory();
        if (bytes > Math.min(arrays, heap)) {
            throw new StageFailure(String.format(
                    Locale.ROOT,
                    "not enough memory: the moments of layers '%s' and '%s' at %d frequencies take %.2f GB (%s and %s"
                            + " channels), and as much heap; a worker may use %.2f GB and %.2f GB of heap. Take fewer"
                            + " workers, or another reading than 'dft'",
                    pair.x().settings().layer(),
                    pair.y().settings().layer(),
                    Frequency.common(x, y).size(),
                    bytes / GIGABYTE,
                    x.channels(),
                    y.channels(),
                    arrays / GIGABYTE,
                    heap / GIGABYTE));
        }
    }

    private static ImageShape shape(Recording<UnitRecorder.Settings> recording) {
        return recording.settings().output(recording.network().architecture());
    }

    private static String positions(ImageShape shape) {
        return shape.height() + "x" + shape.width();
    }
}

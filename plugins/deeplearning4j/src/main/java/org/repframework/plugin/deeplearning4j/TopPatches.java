package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.plugin.deeplearning4j.network.Reading;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Images;
import org.repframework.spi.PatchRecorder;
import org.repframework.spi.Recording;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * For every unit of a layer the images that excite it most and in each the receptive field of the position where it is
 * strongest (Li et al. 2016, figure 3). A layer without positions is shown whole images.
 */
final class TopPatches implements PatchRecorder<TopPatches.Settings> {

    record Settings(
            @Setting("the layer's name; it is read after its ReLU")
            String layer,

            @Setting(value = "how many patches of each unit, at most one of an image", defaultValue = "9", min = 1)
            int count) {}

    @Override
    public String name() {
        return "top-patches";
    }

    @Override
    public String summary() {
        return "the parts of images that excite the units of a layer most";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description describe(Settings settings, Description.OfNetwork network, Description.OfExamples images) {
        Fit.requireLayer(settings.layer(), network);
        Fit.requireShape("images", network, images);
        return Description.of(Images.class);
    }

    @Override
    public List<Images> record(List<Recording<Settings>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var maxima = recordings.stream()
                .map(recording -> new Recording<>(
                        new UnitRecorder.Settings(recording.settings().layer(), Reading.MAX), recording.network()))
                .toList();
        var strongest = recordings.stream()
                .map(recording -> new StrongestImages(
                        units(recording), Math.min(recording.settings().count(), images.count())))
                .toList();
        try (var pass = new RecordingPass(maxima, images)) {
            var blocks = maxima.stream().mapToInt(pass::indexOf).toArray();
            pass.run(context, read -> {
                for (var i = 0; i < blocks.length; i++) {
                    strongest.get(i).add(read.get(blocks[i]));
                }
            });
        }
        var results = new ArrayList<Images>();
        for (var i = 0; i < recordings.size(); i++) {
            var recording = recordings.get(i);
            warn(i, recording.settings(), strongest.get(i), images, context);
            var cutter = new PatchCutter(
                    recording.network().architecture(), recording.settings().layer(), images.pixels());
            results.add(cutter.cut(strongest.get(i), context));
        }
        return results;
    }

    private static int units(Recording<Settings> recording) {
        var architecture = recording.network().architecture();
        return architecture
                .shapes()
                .get(architecture.indexOf(recording.settings().layer()))
                .channels();
    }

    private static void warn(
            int result, Settings settings, StrongestImages strongest, Examples images, StageContext context) {
        var layer = settings.layer();
        if (images.count() < settings.count()) {
            context.warn(
                    result,
                    "'" + layer + "': " + settings.count() + " patches of each unit were asked for, but there are only "
                            + images.count() + " images; all of them are shown");
        }
        var silent = IntStream.range(0, strongest.units())
                .filter(unit -> strongest.count(unit) == 0)
                .boxed()
                .toList();
        if (!silent.isEmpty()) {
            context.warn(
                    result,
                    "'" + layer + "': " + silent.size() + " of " + strongest.units() + " units are never active on "
                            + images.count() + " images and have no patches: " + silent);
        }
    }
}

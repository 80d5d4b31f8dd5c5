package org.repframework.plugin.datasets;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Pixels;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;

/**
 * Drawn images of man-made things and natural surfaces. The two parts of every class have streams of random numbers of
 * their own: more training images change neither the first ones nor the test images.
 */
public final class Synthetic implements DatasetSource<Synthetic.Settings> {

    private static final ImageShape SHAPE = new ImageShape(Painting.SIDE, Painting.SIDE, 3);
    private static final int IMAGES_BETWEEN_REPORTS = 100;

    public record Settings(
            @Setting(value = "training images, over all classes", defaultValue = "4000", min = 1)
            int train,

            @Setting(value = "test images, over all classes", defaultValue = "1000", min = 1)
            int test,

            @Setting(value = "classes, half of them man-made", defaultValue = "10", min = 4, max = 12)
            int classes,

            @Setting(value = "how much noise, clutter and occlusion, 0 to 1", defaultValue = "0.4", min = 0, max = 1)
            double difficulty) {

        public Settings {
            refuseFewer("train", train, classes);
            refuseFewer("test", test, classes);
        }

        private static void refuseFewer(String part, int images, int classes) {
            if (images < classes) {
                throw Refusal.of(
                        part,
                        "'" + part + "' is " + images + ", but each of the " + classes
                                + " classes needs at least one image");
            }
        }
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public String summary() {
        return "32x32 RGB images of man-made things and natural surfaces, drawn by a seeded procedure";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Description.OfDataset describe(Settings settings) {
        var names = names(SyntheticClass.first(settings.classes()));
        return new Description.OfDataset(
                new Description.OfExamples(shares(settings.train(), names.size()), SHAPE, names),
                new Description.OfExamples(shares(settings.test(), names.size()), SHAPE, names));
    }

    @Override
    public Dataset load(Settings settings, StageContext context) throws InterruptedException, IOException {
        var train = draw("train", settings.train(), 0, settings, context);
        return new Dataset(train, draw("test", settings.test(), settings.train(), settings, context));
    }

    private static Examples draw(String part, int count, int before, Settings settings, StageContext context)
            throws InterruptedException, IOException {
        var classes = SyntheticClass.first(settings.classes());
        var painting = new Painting(settings.difficulty());
        var shares = shares(count, classes.size());
        var labels = new int[count];
        var done = 0;
        try (var writer = Pixels.create(context.scratch().resolve(part + ".npy"), count, SHAPE)) {
            for (var label = 0; label < classes.size(); label++) {
                var subject = classes.get(label);
                var random = new SplittableRandom(context.seed("images/" + part + "/" + subject.title()));
                for (var image = 0; image < shares.get(label); image++) {
                    if (done % IMAGES_BETWEEN_REPORTS == 0) {
                        context.checkInterrupted();
                        context.progress(before + done, settings.train() + settings.test(), "images");
                    }
                    writer.add(painting.paint(subject, random));
                    labels[done++] = label;
                }
            }
            context.progress(before + done, settings.train() + settings.test(), "images");
            return new Examples(writer.finish(), IntVector.of(labels), names(classes));
        }
    }

    /** Images of each class: as equal as can be, the first ones have one more. */
    private static List<Integer> shares(int count, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(label -> count / classes + (label < count % classes ? 1 : 0))
                .toList();
    }

    private static List<String> names(List<SyntheticClass> classes) {
        return classes.stream().map(SyntheticClass::title).toList();
    }
}

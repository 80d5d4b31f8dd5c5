package org.repframework.plugin.splitters;

import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;

/**
 * A small part and the rest of it: A has {@code count} random images of each class, B all others. Both keep the whole
 * other part: networks trained on either are compared on the same test images, or a small probe set is taken of them.
 * With one replica a smaller count takes a subset of what a larger one takes.
 */
public final class ImagesPerClass implements DatasetSplitter<ImagesPerClass.Settings> {

    public record Settings(
            @Setting(value = "images of each class that A gets", min = 1)
            int count,

            @Setting(
                    value = "the part that is split, 'train' or 'test'; both get the whole other",
                    defaultValue = "train")
            Part part) {}

    public enum Part {
        TRAIN,
        TEST;

        Description.OfExamples of(Description.OfDataset dataset) {
            return this == TRAIN ? dataset.train() : dataset.test();
        }

        Examples of(Dataset dataset) {
            return this == TRAIN ? dataset.train() : dataset.test();
        }

        private String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "images-per-class";
    }

    @Override
    public String summary() {
        return "a few images of each class, and the others";
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
    public Halves<Description.OfDataset> describe(Settings settings, Description.OfDataset dataset, Seeds seeds) {
        var part = settings.part().of(dataset);
        var counts = part.classCounts();
        var smallest = IntStream.range(0, counts.size())
                .reduce((a, b) -> counts.get(b) < counts.get(a) ? b : a)
                .orElseThrow();
        if (settings.count() >= counts.get(smallest)) {
            throw Refusal.of(
                    "count",
                    "count: " + settings.count() + ", but there are only " + counts.get(smallest)
                            + (settings.part() == Part.TRAIN ? " training" : " test") + " images of '"
                            + part.classNames().get(smallest)
                            + "'; it must be below that, since the others go to B");
        }
        return new Halves<>(
                half(settings, dataset, count -> settings.count()),
                half(settings, dataset, count -> count - settings.count()));
    }

    private static Description.OfDataset half(
            Settings settings, Description.OfDataset dataset, IntUnaryOperator share) {
        var part = settings.part().of(dataset);
        var counts = part.classCounts().stream().map(share::applyAsInt).toList();
        var some = new Description.OfExamples(counts, part.shape(), part.classNames());
        return settings.part() == Part.TRAIN
                ? new Description.OfDataset(some, dataset.test())
                : new Description.OfDataset(dataset.train(), some);
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        var part = settings.part().of(dataset);
        var inA = new BitSet();
        for (var images : ShuffledImages.ofClasses(settings.part().title(), part, context)) {
            images.subList(0, settings.count()).forEach(inA::set);
        }
        var halves = ShuffledImages.halves(part, inA);
        return settings.part() == Part.TRAIN
                ? new Halves<>(new Dataset(halves.a(), dataset.test()), new Dataset(halves.b(), dataset.test()))
                : new Halves<>(new Dataset(dataset.train(), halves.a()), new Dataset(dataset.train(), halves.b()));
    }
}

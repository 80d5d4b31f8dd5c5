package org.repframework.plugin.splitters;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;

/**
 * A small training set and the rest of it: A has {@code count} random training images of each class, B all others;
 * both keep the whole test part, so that networks trained on either are compared on the same images. With one replica
 * a smaller count takes a subset of what a larger one takes.
 */
public final class ImagesPerClass implements DatasetSplitter<ImagesPerClass.Settings> {

    public record Settings(
            @Setting(value = "training images of each class that A gets", min = 1)
            int count) {}

    @Override
    public String name() {
        return "images-per-class";
    }

    @Override
    public String summary() {
        return "a few training images of each class, and the others; both with the whole test part";
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
        var counts = dataset.train().classCounts();
        var smallest = IntStream.range(0, counts.size())
                .reduce((a, b) -> counts.get(b) < counts.get(a) ? b : a)
                .orElseThrow();
        if (settings.count() >= counts.get(smallest)) {
            throw Refusal.of(
                    "count",
                    "count: " + settings.count() + ", but there are only " + counts.get(smallest)
                            + " training images of '"
                            + dataset.train().classNames().get(smallest)
                            + "'; it must be below that, since the others go to B");
        }
        return new Halves<>(
                describe(dataset, count -> settings.count()), describe(dataset, count -> count - settings.count()));
    }

    private static Description.OfDataset describe(Description.OfDataset dataset, IntUnaryOperator share) {
        var train = dataset.train();
        var counts = train.classCounts().stream().map(share::applyAsInt).toList();
        return new Description.OfDataset(
                new Description.OfExamples(counts, train.shape(), train.classNames()), dataset.test());
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        var inA = new BitSet();
        for (var images : ShuffledImages.ofClasses("train", dataset.train(), context)) {
            images.subList(0, settings.count()).forEach(inA::set);
        }
        var halves = ShuffledImages.halves(dataset.train(), inA);
        return new Halves<>(new Dataset(halves.a(), dataset.test()), new Dataset(halves.b(), dataset.test()));
    }
}

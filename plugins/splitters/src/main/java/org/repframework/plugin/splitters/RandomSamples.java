package org.repframework.plugin.splitters;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;

/**
 * Two random halves of the images: other samples of the same classes. Every class of either part is halved by itself,
 * with a stream of random numbers of its own; of an odd number of images A has one more. Images keep their order.
 */
public final class RandomSamples implements DatasetSplitter<RandomSamples.Settings> {

    private static final int LISTED = 3;

    public record Settings() {}

    @Override
    public String name() {
        return "random-samples";
    }

    @Override
    public String summary() {
        return "two random halves of the images of each class";
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
        ClassHalves.refuseFewerThanTwo("A", dataset.train().classNames());
        refuseTooFewImages(dataset);
        return new Halves<>(
                describe(dataset, RandomSamples::shareOfA), describe(dataset, count -> count - shareOfA(count)));
    }

    private static int shareOfA(int count) {
        return (count + 1) / 2;
    }

    private static Description.OfDataset describe(Description.OfDataset dataset, IntUnaryOperator share) {
        return new Description.OfDataset(describe(dataset.train(), share), describe(dataset.test(), share));
    }

    private static Description.OfExamples describe(Description.OfExamples examples, IntUnaryOperator share) {
        var counts = examples.classCounts().stream().map(share::applyAsInt).toList();
        return new Description.OfExamples(counts, examples.shape(), examples.classNames());
    }

    private static void refuseTooFewImages(Description.OfDataset dataset) {
        var shortages = Stream.concat(shortages("training", dataset.train()), shortages("test", dataset.test()))
                .toList();
        if (!shortages.isEmpty()) {
            var more = shortages.size() - LISTED;
            throw Refusal.of(
                    "dataset",
                    "every class needs at least 2 training and 2 test images, one for each half; this data set has "
                            + String.join(", ", shortages.stream().limit(LISTED).toList())
                            + (more > 0 ? ", and " + more + " more such shortages" : ""));
        }
    }

    private static Stream<String> shortages(String part, Description.OfExamples examples) {
        var names = examples.classNames();
        return IntStream.range(0, names.size())
                .filter(label -> examples.classCounts().get(label) < 2)
                .mapToObj(label -> {
                    var count = examples.classCounts().get(label);
                    return count + " " + part + (count == 1 ? " image" : " images") + " of '" + names.get(label) + "'";
                });
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        var train = halve("train", dataset.train(), context);
        var test = halve("test", dataset.test(), context);
        return new Halves<>(new Dataset(train.a(), test.a()), new Dataset(train.b(), test.b()));
    }

    private static Halves<Examples> halve(String part, Examples examples, Seeds seeds) {
        var inA = new BitSet(examples.count());
        for (var images : ShuffledImages.ofClasses(part, examples, seeds)) {
            images.subList(0, shareOfA(images.size())).forEach(inA::set);
        }
        return ShuffledImages.halves(examples, inA);
    }
}

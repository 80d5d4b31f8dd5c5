package org.repframework.plugin.splitters;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter.Halves;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.IntVector;
import org.repframework.spi.Refusal;

/** Which classes go where; the classes of a half keep the order that they have in the data set. */
record ClassHalves(List<String> a, List<String> b) {

    /** A class in neither collection is left out. */
    static ClassHalves of(List<String> classNames, Collection<String> a, Collection<String> b) {
        return new ClassHalves(inOrder(classNames, a), inOrder(classNames, b));
    }

    private static List<String> inOrder(List<String> classNames, Collection<String> chosen) {
        var wanted = new HashSet<>(chosen);
        return classNames.stream().filter(wanted::contains).toList();
    }

    /**
     * What {@link #split} will yield.
     *
     * @throws Refusal if a half has fewer than two classes
     */
    Halves<Description.OfDataset> describe(Description.OfDataset dataset) {
        refuseFewerThanTwo("A", a);
        refuseFewerThanTwo("B", b);
        return new Halves<>(describe(dataset, a), describe(dataset, b));
    }

    static void refuseFewerThanTwo(String half, List<String> classes) {
        if (classes.size() < 2) {
            var found = classes.isEmpty() ? "no class" : "only the class '" + classes.get(0) + "'";
            throw Refusal.of("", "half " + half + " would have " + found + "; each half needs at least two classes");
        }
    }

    private static Description.OfDataset describe(Description.OfDataset dataset, List<String> classes) {
        return new Description.OfDataset(describe(dataset.train(), classes), describe(dataset.test(), classes));
    }

    private static Description.OfExamples describe(Description.OfExamples examples, List<String> classes) {
        var names = examples.classNames();
        var counts = classes.stream()
                .map(name -> examples.classCounts().get(names.indexOf(name)))
                .toList();
        return new Description.OfExamples(counts, examples.shape(), classes);
    }

    Halves<Dataset> split(Dataset dataset) {
        return new Halves<>(half(dataset, a), half(dataset, b));
    }

    private static Dataset half(Dataset dataset, List<String> classes) {
        return new Dataset(half(dataset.train(), classes), half(dataset.test(), classes));
    }

    private static Examples half(Examples examples, List<String> classes) {
        var renumbered =
                examples.classNames().stream().mapToInt(classes::indexOf).toArray();
        var old = examples.labels();
        var images = IntStream.range(0, old.size())
                .filter(image -> renumbered[old.at(image)] >= 0)
                .toArray();
        var labels =
                Arrays.stream(images).map(image -> renumbered[old.at(image)]).toArray();
        return new Examples(examples.pixels().select(IntVector.of(images)), IntVector.of(labels), classes);
    }
}

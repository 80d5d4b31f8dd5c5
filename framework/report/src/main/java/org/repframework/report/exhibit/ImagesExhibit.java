package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.repframework.report.figure.ImageGrid;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
import org.repframework.spi.Table;

/** The first images of each class, and how many there are. */
final class ImagesExhibit {

    private static final int IMAGES_OF_A_CLASS = 8;
    private static final int MOST_CLASSES = 20;

    private ImagesExhibit() {}

    static void add(Rendition rendition, Dataset dataset, Shown<?> shown) {
        addPicture(rendition, dataset.train().count() > 0 ? dataset.train() : dataset.test(), shown);
        var train = counts(dataset.train());
        var test = counts(dataset.test());
        var rows = new ArrayList<List<Object>>();
        for (var label = 0; label < train.length; label++) {
            rows.add(List.of(dataset.train().classNames().get(label), train[label], test[label]));
        }
        rendition.sheet(shown.suffix(), new Table(List.of("class", "train", "test"), rows));
        rendition.fact(shown, "training images", size(dataset.train()));
        rendition.fact(shown, "test images", size(dataset.test()));
    }

    static void add(Rendition rendition, Examples examples, Shown<?> shown) {
        addPicture(rendition, examples, shown);
        var counts = counts(examples);
        var rows = new ArrayList<List<Object>>();
        for (var label = 0; label < counts.length; label++) {
            rows.add(List.of(examples.classNames().get(label), counts[label]));
        }
        rendition.sheet(shown.suffix(), new Table(List.of("class", "images"), rows));
        rendition.fact(shown, "images", size(examples));
    }

    private static void addPicture(Rendition rendition, Examples examples, Shown<?> shown) {
        var classes = Math.min(MOST_CLASSES, examples.classNames().size());
        var shape = examples.pixels().shape();
        var blank = new byte[shape.size()];
        Arrays.fill(blank, (byte) 0xFF);
        var images = new ArrayList<byte[]>();
        for (var label = 0; label < classes; label++) {
            var first = firstOf(examples, label);
            for (var i = 0; i < IMAGES_OF_A_CLASS; i++) {
                images.add(i < first.size() ? first.get(i) : blank);
            }
        }
        var names = examples.classNames().subList(0, classes);
        var picture = new ImageGrid(shown.title(rendition.title()), shape, images, IMAGES_OF_A_CLASS, names);
        var caption = "The first images of each class"
                + (classes < examples.classNames().size() ? ", of the first " + classes + " classes." : ".");
        rendition.figure(shown.suffix(), caption, picture::draw);
    }

    private static List<byte[]> firstOf(Examples examples, int label) {
        var found = new ArrayList<byte[]>();
        for (var i = 0; i < examples.count() && found.size() < IMAGES_OF_A_CLASS; i++) {
            if (examples.labels().at(i) == label) {
                var image = new byte[examples.pixels().shape().size()];
                examples.pixels().read(i, image, 0);
                found.add(image);
            }
        }
        return found;
    }

    private static long[] counts(Examples examples) {
        var counts = new long[examples.classNames().size()];
        examples.labels().stream().forEach(label -> counts[label]++);
        return counts;
    }

    private static String size(Examples examples) {
        return Numbers.count(examples.count()) + " of " + examples.pixels().shape();
    }
}

package org.repframework.plugin.splitters;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.repframework.spi.DatasetSplitter.Halves;
import org.repframework.spi.Examples;
import org.repframework.spi.IntVector;
import org.repframework.spi.Seeds;

/** Draws images class by class, each class with a stream of random numbers of its own. */
final class ShuffledImages {

    private ShuffledImages() {}

    /** The numbers of the images of each class, in random order. */
    static List<List<Integer>> ofClasses(String part, Examples examples, Seeds seeds) {
        var names = examples.classNames();
        var ofClasses =
                names.stream().<List<Integer>>map(name -> new ArrayList<>()).toList();
        for (var image = 0; image < examples.count(); image++) {
            ofClasses.get(examples.labels().at(image)).add(image);
        }
        for (var label = 0; label < names.size(); label++) {
            Collections.shuffle(ofClasses.get(label), new Random(seeds.seed("split/" + part + "/" + names.get(label))));
        }
        return ofClasses;
    }

    /** The images of a set and all others; images keep their order. */
    static Halves<Examples> halves(Examples examples, BitSet inA) {
        var inB = (BitSet) inA.clone();
        inB.flip(0, examples.count());
        return new Halves<>(select(examples, inA), select(examples, inB));
    }

    private static Examples select(Examples examples, BitSet chosen) {
        var images = chosen.stream().toArray();
        var labels = chosen.stream().map(examples.labels()::at).toArray();
        return new Examples(
                examples.pixels().select(IntVector.of(images)), IntVector.of(labels), examples.classNames());
    }
}

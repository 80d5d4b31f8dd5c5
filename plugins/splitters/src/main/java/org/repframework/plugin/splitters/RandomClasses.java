package org.repframework.plugin.splitters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;

/**
 * Two random halves of the classes, as the A/B splits of Yosinski et al., NIPS 2014, section 3. Of an odd number of
 * classes A has one more.
 */
public final class RandomClasses implements DatasetSplitter<RandomClasses.Settings> {

    public record Settings() {}

    @Override
    public String name() {
        return "random-classes";
    }

    @Override
    public String summary() {
        return "two random halves of the classes";
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
        var classes = dataset.train().classNames();
        if (classes.size() < 4) {
            throw Refusal.of(
                    "dataset",
                    "two halves of at least two classes need four classes; this data set has " + classes.size() + ": "
                            + String.join(", ", classes)
                            + "; 'random-samples' halves the images of each class instead");
        }
        return draw(classes, seeds).describe(dataset);
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        return draw(dataset.train().classNames(), context).split(dataset);
    }

    private static ClassHalves draw(List<String> classNames, Seeds seeds) {
        var drawn = new ArrayList<>(classNames);
        Collections.shuffle(drawn, new Random(seeds.seed("split")));
        var middle = (drawn.size() + 1) / 2;
        return ClassHalves.of(classNames, drawn.subList(0, middle), drawn.subList(middle, drawn.size()));
    }
}

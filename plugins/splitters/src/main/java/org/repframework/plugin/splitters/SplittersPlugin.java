package org.repframework.plugin.splitters;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

public final class SplittersPlugin implements Plugin {

    @Override
    public String name() {
        return "splitters";
    }

    @Override
    public String summary() {
        return "Disjoint halves of a data set: of its classes, drawn or named, or of the images of each class";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new RandomClasses(), new Classes(), new ClassTable(), new RandomSamples(), new ImagesPerClass());
    }
}

package org.repframework.plugin.datasets;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

public final class DatasetsPlugin implements Plugin {

    @Override
    public String name() {
        return "datasets";
    }

    @Override
    public String summary() {
        return "Labelled images: drawn ones, folders and zips of pictures, MNIST's files";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new Synthetic(), new ImageFolder(), new Pictures(), new Idx());
    }
}

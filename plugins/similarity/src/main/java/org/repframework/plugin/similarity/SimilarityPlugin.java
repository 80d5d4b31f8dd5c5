package org.repframework.plugin.similarity;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code correlate('cka', x, y)} and other measures of two layers that are one number. */
public final class SimilarityPlugin implements Plugin {

    @Override
    public String name() {
        return "similarity";
    }

    @Override
    public String summary() {
        return "likeness of layers: cka, cka-debiased, procrustes, shape, regression, gulp, eigenspace-overlap";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new LinearCka(),
                new DebiasedCka(),
                new Procrustes(),
                new Shape(),
                new Regression(),
                new Gulp(),
                new EigenspaceOverlap());
    }
}

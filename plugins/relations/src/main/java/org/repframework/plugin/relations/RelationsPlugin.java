package org.repframework.plugin.relations;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/**
 * Offers {@code correlate('sparse-prediction', a, b)}, {@code correlate('prediction-loss', c, d, from: prediction)},
 * {@code match('spectral-clusters', a, b)} and {@code match('hierarchical-clusters', a, b)}.
 */
public final class RelationsPlugin implements Plugin {

    @Override
    public String name() {
        return "relations";
    }

    @Override
    public String summary() {
        return "which units predict a unit, and which form clusters: sparse prediction, spectral and hierarchical clusters";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new SparsePrediction(), new PredictionLoss(), new SpectralClusters(), new HierarchicalClusters());
    }
}

package org.repframework.plugin.deeplearning4j;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Entry of the plugin. */
public final class DeepLearning4jPlugin implements Plugin {

    @Override
    public String name() {
        return "deeplearning4j";
    }

    @Override
    public String summary() {
        return "trains, records, judges and transfers networks, kept as Deeplearning4j model files";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new SgdTrainer(),
                new SavedNetwork(),
                new UnitRecorder(),
                new TopPatches(),
                new AccuracyEvaluator(),
                new LayerCopy(),
                new RandomLayers());
    }
}

package org.repframework.command

import java.nio.file.Path
import org.repframework.engine.registry.InstalledPlugin
import org.repframework.engine.registry.InstalledStage
import org.repframework.engine.registry.LoadedPlugins
import org.repframework.engine.registry.Registry
import org.repframework.engine.registry.StageId
import org.repframework.plugin.correlation.CorrelationPlugin
import org.repframework.plugin.datasets.DatasetsPlugin
import org.repframework.plugin.deeplearning4j.DeepLearning4jPlugin
import org.repframework.plugin.matching.MatchingPlugin
import org.repframework.plugin.relations.RelationsPlugin
import org.repframework.plugin.samples.SamplesPlugin
import org.repframework.plugin.similarity.SimilarityPlugin
import org.repframework.plugin.splitters.SplittersPlugin
import org.repframework.plugin.subspacematch.SubspaceMatchPlugin
import org.repframework.plugin.summaries.SummariesPlugin
import org.repframework.plugin.svcca.SvccaPlugin

/** The stages of the distribution, without its folders. */
class ShippedStages {

    static Registry registry() {
        def plugins = [new CorrelationPlugin(), new DatasetsPlugin(), new DeepLearning4jPlugin(), new MatchingPlugin(),
                new RelationsPlugin(), new SamplesPlugin(), new SimilarityPlugin(), new SplittersPlugin(), new SubspaceMatchPlugin(),
                new SummariesPlugin(), new SvccaPlugin()]
        def stages = plugins.collectMany { plugin ->
            def installed = new InstalledPlugin(plugin.name(), '1.0', plugin.summary(), Path.of('plugins', plugin.name()), '')
            plugin.stages().collect { new InstalledStage(it, installed) }
        }
        return new Registry(stages.collectEntries { [StageId.of(it), it] },
                new LoadedPlugins(stages*.plugin().unique(), stages, []))
    }
}

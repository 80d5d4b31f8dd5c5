package org.repframework.plugin.similarity

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SimilarityPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SimilarityPlugin()
    }
}

package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class DeepLearning4jPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new DeepLearning4jPlugin()
    }
}

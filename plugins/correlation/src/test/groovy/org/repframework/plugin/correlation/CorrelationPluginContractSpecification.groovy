package org.repframework.plugin.correlation

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class CorrelationPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new CorrelationPlugin()
    }
}

package org.repframework.plugin.matching

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class MatchingPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new MatchingPlugin()
    }
}

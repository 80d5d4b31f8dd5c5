package org.repframework.plugin.splitters

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SplittersPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SplittersPlugin()
    }
}

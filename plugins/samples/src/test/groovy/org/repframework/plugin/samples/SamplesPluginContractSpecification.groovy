package org.repframework.plugin.samples

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SamplesPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SamplesPlugin()
    }
}

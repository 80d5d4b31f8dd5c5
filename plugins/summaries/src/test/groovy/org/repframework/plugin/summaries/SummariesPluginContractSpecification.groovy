package org.repframework.plugin.summaries

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SummariesPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SummariesPlugin()
    }
}

package org.repframework.plugin.relations

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class RelationsPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new RelationsPlugin()
    }
}

package org.repframework.plugin.datasets

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class DatasetsPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new DatasetsPlugin()
    }
}

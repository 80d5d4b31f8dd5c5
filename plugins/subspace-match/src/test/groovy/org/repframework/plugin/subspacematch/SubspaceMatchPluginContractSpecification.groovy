package org.repframework.plugin.subspacematch

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SubspaceMatchPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SubspaceMatchPlugin()
    }
}

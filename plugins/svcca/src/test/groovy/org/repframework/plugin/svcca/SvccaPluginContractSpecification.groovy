package org.repframework.plugin.svcca

import org.repframework.spi.Plugin
import org.repframework.testkit.PluginContract

class SvccaPluginContractSpecification extends PluginContract {

    @Override
    protected Plugin plugin() {
        new SvccaPlugin()
    }
}

package org.repframework.plugin.deeplearning4j

import org.repframework.spi.NetworkSource
import org.repframework.testkit.NetworkSourceContract

class SavedNetworkContractSpecification extends NetworkSourceContract<SavedNetwork.Settings> {

    @Override
    protected NetworkSource<SavedNetwork.Settings> stage() {
        new SavedNetwork()
    }

    @Override
    protected Map<String, Object> settings() {
        [path: Fixtures.train(network: 'mlp', images(), new TestContext(folder())).model()]
    }
}

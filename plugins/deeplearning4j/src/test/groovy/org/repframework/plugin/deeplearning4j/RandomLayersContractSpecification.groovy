package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Network
import org.repframework.spi.TransferBuilder
import org.repframework.testkit.TransferBuilderContract

class RandomLayersContractSpecification extends TransferBuilderContract<RandomLayers.Settings> {

    @Override
    protected TransferBuilder<RandomLayers.Settings> stage() {
        new RandomLayers()
    }

    @Override
    protected Map<String, Object> settings() {
        [layers: 1]
    }

    @Override
    protected Network donor() {
        trained(new SgdTrainer(), [network: 'mlp', epochs: 1, batch: 16])
    }
}

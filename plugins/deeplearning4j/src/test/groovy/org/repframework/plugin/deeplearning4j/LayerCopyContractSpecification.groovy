package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Network
import org.repframework.spi.TransferBuilder
import org.repframework.testkit.TransferBuilderContract

class LayerCopyContractSpecification extends TransferBuilderContract<LayerCopy.Settings> {

    @Override
    protected TransferBuilder<LayerCopy.Settings> stage() {
        new LayerCopy()
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

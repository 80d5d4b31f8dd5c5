package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Blueprint
import org.repframework.spi.Layer
import org.repframework.spi.Trainer
import org.repframework.testkit.TrainerContract

/** Batch normalisation and dropout, which draws in each step. */
class SgdTrainerLayersContractSpecification extends TrainerContract<SgdSettings> {

    @Override
    protected Trainer<SgdSettings> stage() {
        new SgdTrainer()
    }

    @Override
    protected Map<String, Object> settings() {
        def layers = [
            new Layer.Convolution('conv1', 4, 3, Layer.Activation.IDENTITY), new Layer.BatchNormalisation('norm1'),
            new Layer.Rectifier('relu1'), new Layer.MaxPooling('pool1', 2), new Layer.Dropout('drop1', 0.5d)
        ]
        [network: new Blueprint.Layered('small', layers, 'logits'), epochs: 3, batch: 16]
    }

    @Override
    protected Map<String, Object> settingsFrom() {
        [epochs: 1, batch: 16]
    }
}

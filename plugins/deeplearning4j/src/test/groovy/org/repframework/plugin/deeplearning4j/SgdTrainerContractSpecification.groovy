package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Trainer
import org.repframework.testkit.TrainerContract

class SgdTrainerContractSpecification extends TrainerContract<SgdSettings> {

    @Override
    protected Trainer<SgdSettings> stage() {
        new SgdTrainer()
    }

    @Override
    protected Map<String, Object> settings() {
        [network: 'mlp', epochs: 3, batch: 16]
    }

    @Override
    protected Map<String, Object> settingsFrom() {
        [epochs: 1, batch: 16]
    }
}

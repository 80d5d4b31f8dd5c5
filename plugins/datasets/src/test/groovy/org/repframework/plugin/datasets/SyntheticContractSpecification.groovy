package org.repframework.plugin.datasets

import org.repframework.spi.DatasetSource
import org.repframework.testkit.DatasetSourceContract

class SyntheticContractSpecification extends DatasetSourceContract<Synthetic.Settings> {

    @Override
    protected DatasetSource<Synthetic.Settings> stage() {
        new Synthetic()
    }

    @Override
    protected Map<String, Object> settings() {
        [train: 12, test: 8, classes: 4]
    }
}

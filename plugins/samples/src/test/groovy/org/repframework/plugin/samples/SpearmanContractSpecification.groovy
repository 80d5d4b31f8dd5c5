package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.SampleMetricContract

class SpearmanContractSpecification extends SampleMetricContract<Spearman.Settings> {

    @Override
    protected SampleMetric<Spearman.Settings> stage() {
        new Spearman()
    }

    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

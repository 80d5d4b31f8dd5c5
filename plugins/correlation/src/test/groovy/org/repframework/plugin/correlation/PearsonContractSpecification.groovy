package org.repframework.plugin.correlation

import org.repframework.spi.MomentMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.MomentMetricContract

class PearsonContractSpecification extends MomentMetricContract<Pearson.Settings> {

    @Override
    protected MomentMetric<Pearson.Settings> stage() {
        new Pearson()
    }

    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

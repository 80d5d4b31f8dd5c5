package org.repframework.plugin.subspacematch

import org.repframework.spi.MomentMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.MomentMetricContract

class SimpleContractSpecification extends MomentMetricContract<Simple.Settings> {

    @Override
    protected MomentMetric<Simple.Settings> stage() {
        new Simple()
    }

    @Override
    protected Map<String, Object> settings() {
        [epsilon: 0.96d, orders: 1]
    }

    /** Vectors are not centred: constant ones have a direction. */
    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

package org.repframework.plugin.subspacematch

import org.repframework.spi.MomentMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.MomentMetricContract

class MaximumContractSpecification extends MomentMetricContract<Maximum.Settings> {

    @Override
    protected MomentMetric<Maximum.Settings> stage() {
        new Maximum()
    }

    @Override
    protected Map<String, Object> settings() {
        [epsilon: 0.6d]
    }

    /** Vectors are not centred: constant ones have a direction. */
    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

package org.repframework.plugin.subspacematch

import org.repframework.spi.MomentMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.MomentMetricContract

class MinimalContractSpecification extends MomentMetricContract<Minimal.Settings> {

    @Override
    protected MomentMetric<Minimal.Settings> stage() {
        new Minimal()
    }

    @Override
    protected Map<String, Object> settings() {
        [epsilon: 0.9d]
    }

    /** Vectors are not centred: constant ones have a direction. */
    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

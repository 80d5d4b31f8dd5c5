package org.repframework.plugin.relations

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class SparsePredictionContractSpecification extends MomentMetricContract<SparsePrediction.Settings> {

    @Override
    protected MomentMetric<SparsePrediction.Settings> stage() {
        new SparsePrediction()
    }

    /** The minimum is found to a gap of 1e-10, so a loss at it to about the root of that. */
    @Override
    protected double tolerance() {
        1e-6
    }
}

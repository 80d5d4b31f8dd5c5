package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class RegressionContractSpecification extends MomentMetricContract<Regression.Settings> {

    @Override
    protected MomentMetric<Regression.Settings> stage() {
        new Regression()
    }
}

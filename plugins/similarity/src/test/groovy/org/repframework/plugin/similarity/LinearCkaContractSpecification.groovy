package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class LinearCkaContractSpecification extends MomentMetricContract<LinearCka.Settings> {

    @Override
    protected MomentMetric<LinearCka.Settings> stage() {
        new LinearCka()
    }
}

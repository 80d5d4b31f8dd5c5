package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class DebiasedCkaContractSpecification extends MomentMetricContract<DebiasedCka.Settings> {

    @Override
    protected MomentMetric<DebiasedCka.Settings> stage() {
        new DebiasedCka()
    }
}

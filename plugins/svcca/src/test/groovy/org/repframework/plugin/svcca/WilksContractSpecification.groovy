package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class WilksContractSpecification extends MomentMetricContract<Wilks.Settings> {

    @Override
    protected MomentMetric<Wilks.Settings> stage() {
        new Wilks()
    }
}

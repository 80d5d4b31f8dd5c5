package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class PillaiContractSpecification extends MomentMetricContract<Pillai.Settings> {

    @Override
    protected MomentMetric<Pillai.Settings> stage() {
        new Pillai()
    }
}

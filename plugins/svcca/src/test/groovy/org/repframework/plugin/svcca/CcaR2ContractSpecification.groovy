package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class CcaR2ContractSpecification extends MomentMetricContract<CcaR2.Settings> {

    @Override
    protected MomentMetric<CcaR2.Settings> stage() {
        new CcaR2()
    }
}

package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class CcaContractSpecification extends MomentMetricContract<Cca.Settings> {

    @Override
    protected MomentMetric<Cca.Settings> stage() {
        new Cca()
    }
}

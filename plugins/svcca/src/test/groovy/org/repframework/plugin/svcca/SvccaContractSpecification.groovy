package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class SvccaContractSpecification extends MomentMetricContract<Svcca.Settings> {

    @Override
    protected MomentMetric<Svcca.Settings> stage() {
        new Svcca()
    }
}

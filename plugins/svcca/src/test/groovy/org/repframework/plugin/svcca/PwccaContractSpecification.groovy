package org.repframework.plugin.svcca

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class PwccaContractSpecification extends MomentMetricContract<Pwcca.Settings> {

    @Override
    protected MomentMetric<Pwcca.Settings> stage() {
        new Pwcca()
    }
}

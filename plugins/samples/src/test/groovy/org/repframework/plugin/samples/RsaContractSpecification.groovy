package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class RsaContractSpecification extends SampleMetricContract<Rsa.Settings> {

    @Override
    protected SampleMetric<Rsa.Settings> stage() {
        new Rsa()
    }
}

package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class CkaRbfContractSpecification extends SampleMetricContract<CkaRbf.Settings> {

    @Override
    protected SampleMetric<CkaRbf.Settings> stage() {
        new CkaRbf()
    }
}

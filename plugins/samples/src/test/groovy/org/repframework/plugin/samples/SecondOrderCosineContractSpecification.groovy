package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class SecondOrderCosineContractSpecification extends SampleMetricContract<Neighbourhoods.Settings> {

    @Override
    protected SampleMetric<Neighbourhoods.Settings> stage() {
        new SecondOrderCosine()
    }

    @Override
    protected Map<String, Object> settings() {
        [k: 3]
    }
}

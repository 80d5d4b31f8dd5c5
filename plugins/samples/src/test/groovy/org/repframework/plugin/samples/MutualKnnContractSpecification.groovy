package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class MutualKnnContractSpecification extends SampleMetricContract<Neighbourhoods.Settings> {

    @Override
    protected SampleMetric<Neighbourhoods.Settings> stage() {
        new MutualKnn()
    }

    @Override
    protected Map<String, Object> settings() {
        [k: 3]
    }
}

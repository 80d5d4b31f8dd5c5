package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class JaccardKnnContractSpecification extends SampleMetricContract<Neighbourhoods.Settings> {

    @Override
    protected SampleMetric<Neighbourhoods.Settings> stage() {
        new JaccardKnn()
    }

    @Override
    protected Map<String, Object> settings() {
        [k: 3]
    }
}

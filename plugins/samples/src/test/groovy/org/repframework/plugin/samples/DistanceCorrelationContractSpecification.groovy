package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.SampleMetricContract

class DistanceCorrelationContractSpecification extends SampleMetricContract<DistanceCorrelation.Settings> {

    @Override
    protected SampleMetric<DistanceCorrelation.Settings> stage() {
        new DistanceCorrelation()
    }
}

package org.repframework.plugin.samples

import org.repframework.spi.SampleMetric
import org.repframework.testkit.Handling
import org.repframework.testkit.SampleMetricContract

class MutualInformationContractSpecification extends SampleMetricContract<MutualInformation.Settings> {

    @Override
    protected SampleMetric<MutualInformation.Settings> stage() {
        new MutualInformation()
    }

    @Override
    protected Map<String, Handling> handling() {
        ['only constant units': Handling.RESULT]
    }
}

package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class EigenspaceOverlapContractSpecification extends MomentMetricContract<EigenspaceOverlap.Settings> {

    @Override
    protected MomentMetric<EigenspaceOverlap.Settings> stage() {
        new EigenspaceOverlap()
    }
}

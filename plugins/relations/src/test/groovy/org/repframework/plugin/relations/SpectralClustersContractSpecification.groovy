package org.repframework.plugin.relations

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class SpectralClustersContractSpecification extends MomentMetricContract<SpectralClusters.Settings> {

    @Override
    protected MomentMetric<SpectralClusters.Settings> stage() {
        new SpectralClusters()
    }
}

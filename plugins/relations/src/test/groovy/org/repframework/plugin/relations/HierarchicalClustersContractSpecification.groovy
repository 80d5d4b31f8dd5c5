package org.repframework.plugin.relations

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class HierarchicalClustersContractSpecification extends MomentMetricContract<HierarchicalClusters.Settings> {

    @Override
    protected MomentMetric<HierarchicalClusters.Settings> stage() {
        new HierarchicalClusters()
    }
}

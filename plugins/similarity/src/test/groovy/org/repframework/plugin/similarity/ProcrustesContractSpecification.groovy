package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class ProcrustesContractSpecification extends MomentMetricContract<Procrustes.Settings> {

    @Override
    protected MomentMetric<Procrustes.Settings> stage() {
        new Procrustes()
    }
}

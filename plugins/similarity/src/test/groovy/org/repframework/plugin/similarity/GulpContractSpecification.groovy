package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class GulpContractSpecification extends MomentMetricContract<Gulp.Settings> {

    @Override
    protected MomentMetric<Gulp.Settings> stage() {
        new Gulp()
    }
}

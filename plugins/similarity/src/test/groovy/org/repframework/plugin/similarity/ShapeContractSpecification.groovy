package org.repframework.plugin.similarity

import org.repframework.spi.MomentMetric
import org.repframework.testkit.MomentMetricContract

class ShapeContractSpecification extends MomentMetricContract<Shape.Settings> {

    @Override
    protected MomentMetric<Shape.Settings> stage() {
        new Shape()
    }
}

package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.prediction

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class PredictionPathContractSpecification extends SummaryContract<PredictionPath.Settings> {

    @Override
    protected Summary<PredictionPath.Settings> stage() {
        new PredictionPath()
    }

    @Override
    protected List<SummaryContract.Row> rows() {
        [1, 2, 3].collect {
            new SummaryContract.Row([layer: 'conv1', pair: it], [prediction([[0.5d, 0.5d], [0.2d, 0.1d * it]], [[0, 0], [it, 2]])])
        }
    }
}

package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.matching
import static org.repframework.plugin.summaries.UnitArtifacts.prediction
import static org.repframework.plugin.summaries.UnitArtifacts.simple

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class VerdictContractSpecification extends SummaryContract<Verdict.Settings> {

    @Override
    protected Summary<Verdict.Settings> stage() {
        new Verdict()
    }

    @Override
    protected List<SummaryContract.Row> rows() {
        [1, 2, 3].collect {
            new SummaryContract.Row([layer: 'conv1', pair: it], [matching([0.9d, 0.3d], [0.01d, 0.5d]), matching([0.1d, 0.2d]),
                    simple(2, [1]), prediction([[0.5d, 0.1d * it]], [[0, it]])])
        }
    }
}

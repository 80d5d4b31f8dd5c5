package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.matching

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class RecurrenceContractSpecification extends SummaryContract<Recurrence.Settings> {

    @Override
    protected Summary<Recurrence.Settings> stage() {
        new Recurrence()
    }

    @Override
    protected List<SummaryContract.Row> rows() {
        [[1, 2], [1, 3], [2, 3]].collect { x, y -> new SummaryContract.Row([layer: 'conv1', x: x, y: y], [matching([0.9d, 0.1d * x])]) }
    }
}

package org.repframework.plugin.summaries

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class TableSummaryContractSpecification extends SummaryContract<TableSummary.Settings> {

    @Override
    protected Summary<TableSummary.Settings> stage() {
        new TableSummary()
    }
}

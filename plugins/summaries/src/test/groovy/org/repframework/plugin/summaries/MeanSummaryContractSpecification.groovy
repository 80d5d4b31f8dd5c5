package org.repframework.plugin.summaries

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class MeanSummaryContractSpecification extends SummaryContract<MeanSummary.Settings> {

    @Override
    protected Summary<MeanSummary.Settings> stage() {
        new MeanSummary()
    }

    @Override
    protected Map<String, Object> settings() {
        [over: ['replica']]
    }
}

package org.repframework.plugin.summaries.paired

import org.repframework.spi.Summary
import org.repframework.testkit.Handling
import org.repframework.testkit.SummaryContract

class PairedMeanContractSpecification extends SummaryContract<PairedMean.Settings> {

    @Override
    protected Summary<PairedMean.Settings> stage() {
        new PairedMean()
    }

    @Override
    protected Map<String, Object> settings() {
        [pairedBy: ['replica'], contrasts: ['AnB - AnA'], trainingLoss: '']
    }

    @Override
    protected Map<String, Handling> handling() {
        ['one row': Handling.FAILURE]
    }
}

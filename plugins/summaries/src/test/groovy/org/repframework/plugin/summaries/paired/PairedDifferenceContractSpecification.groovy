package org.repframework.plugin.summaries.paired

import org.repframework.spi.Summary
import org.repframework.testkit.SummaryContract

class PairedDifferenceContractSpecification extends SummaryContract<PairedDifference.Settings> {

    @Override
    protected Summary<PairedDifference.Settings> stage() {
        new PairedDifference()
    }

    @Override
    protected Map<String, Object> settings() {
        [pairedBy: ['replica'], base: 'AnA', trainingLoss: '']
    }
}

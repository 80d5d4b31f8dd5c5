package org.repframework.plugin.splitters

import org.repframework.spi.DatasetSplitter
import org.repframework.testkit.DatasetSplitterContract
import org.repframework.testkit.Handling

class RandomSamplesContractSpecification extends DatasetSplitterContract<RandomSamples.Settings> {

    @Override
    protected DatasetSplitter<RandomSamples.Settings> stage() {
        new RandomSamples()
    }

    @Override
    protected Map<String, Handling> handling() {
        ['two classes': Handling.RESULT]
    }
}

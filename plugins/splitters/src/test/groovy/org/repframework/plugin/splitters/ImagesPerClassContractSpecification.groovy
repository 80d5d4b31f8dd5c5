package org.repframework.plugin.splitters

import org.repframework.spi.DatasetSplitter
import org.repframework.testkit.DatasetSplitterContract
import org.repframework.testkit.Handling

class ImagesPerClassContractSpecification extends DatasetSplitterContract<ImagesPerClass.Settings> {

    @Override
    protected DatasetSplitter<ImagesPerClass.Settings> stage() {
        new ImagesPerClass()
    }

    @Override
    protected Map<String, Object> settings() {
        [count: 2]
    }

    @Override
    protected Map<String, Handling> handling() {
        ['two classes': Handling.RESULT]
    }
}

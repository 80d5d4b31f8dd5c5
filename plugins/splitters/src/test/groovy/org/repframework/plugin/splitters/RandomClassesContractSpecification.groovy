package org.repframework.plugin.splitters

import org.repframework.spi.DatasetSplitter
import org.repframework.testkit.DatasetSplitterContract
import org.repframework.testkit.Handling

class RandomClassesContractSpecification extends DatasetSplitterContract<RandomClasses.Settings> {

    @Override
    protected DatasetSplitter<RandomClasses.Settings> stage() {
        new RandomClasses()
    }

    @Override
    protected Map<String, Handling> handling() {
        ['one image a class': Handling.RESULT]
    }
}

package org.repframework.plugin.splitters

import org.repframework.spi.DatasetSplitter
import org.repframework.testkit.DatasetSplitterContract
import org.repframework.testkit.Handling

class ClassesContractSpecification extends DatasetSplitterContract<Classes.Settings> {

    @Override
    protected DatasetSplitter<Classes.Settings> stage() {
        new Classes()
    }

    @Override
    protected Map<String, Object> settings() {
        [a: ['class0', 'class3'], b: ['class5', 'class1']]
    }

    @Override
    protected Map<String, Handling> handling() {
        ['one image a class': Handling.RESULT]
    }
}

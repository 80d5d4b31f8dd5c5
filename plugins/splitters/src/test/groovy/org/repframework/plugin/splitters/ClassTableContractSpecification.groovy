package org.repframework.plugin.splitters

import java.nio.file.Files
import org.repframework.spi.DatasetSplitter
import org.repframework.testkit.DatasetSplitterContract
import org.repframework.testkit.Handling

class ClassTableContractSpecification extends DatasetSplitterContract<ClassTable.Settings> {

    @Override
    protected DatasetSplitter<ClassTable.Settings> stage() {
        new ClassTable()
    }

    @Override
    protected Map<String, Object> settings() {
        def table = folder().resolve('groups.csv')
        Files.writeString(table, 'class,group\nclass4,one\nclass0,two\nclass1,one\nclass5,two\n')
        [path: table]
    }

    @Override
    protected Map<String, Handling> handling() {
        ['one image a class': Handling.RESULT]
    }
}

package org.repframework.plugin.datasets

import java.nio.ByteBuffer
import java.nio.file.Files
import org.repframework.spi.DatasetSource
import org.repframework.testkit.DatasetSourceContract

class IdxContractSpecification extends DatasetSourceContract<Idx.Settings> {

    @Override
    protected DatasetSource<Idx.Settings> stage() {
        new Idx()
    }

    @Override
    protected Map<String, Object> settings() {
        [train: 6, t10k: 4].each { prefix, count ->
            write("$prefix-images-idx3-ubyte", [count, 5, 4])
            write("$prefix-labels-idx1-ubyte", [count])
        }
        [path: folder()]
    }

    /** Values 0, 1, 0, 1, ... */
    private void write(String name, List<Integer> sizes) {
        def bytes = ByteBuffer.allocate(4 + 4 * sizes.size() + sizes.inject { a, b -> a * b })
        bytes.put([0, 0, 8, sizes.size()] as byte[])
        sizes.each { bytes.putInt(it) }
        while (bytes.hasRemaining()) {
            bytes.put((byte) (bytes.remaining() % 2))
        }
        Files.write(folder().resolve(name), bytes.array())
    }
}

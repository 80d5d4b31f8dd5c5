package org.repframework.plugin.deeplearning4j.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Native arrays by name. Asked for a name again, it gives a view of the same memory: the pass for the last, smaller
 * batch of an epoch costs none.
 */
public final class ActivationMemory implements AutoCloseable {

    private final Map<String, INDArray> arrays = new HashMap<>();

    /** A float array in C order with undefined content; the first to be asked for under a name is the largest. */
    INDArray array(String name, long... shape) {
        var size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        var whole = arrays.computeIfAbsent(name, missing -> Nd4j.createUninitialized(DataType.FLOAT, size));
        if (size > whole.length()) {
            throw new IllegalStateException(name + " has room for " + whole.length() + " values, not " + size);
        }
        return whole.get(NDArrayIndex.interval(0, size)).reshape('c', true, shape);
    }

    /** Bytes of all arrays. */
    long bytes() {
        return arrays.values().stream().mapToLong(INDArray::length).sum() * Float.BYTES;
    }

    @Override
    public void close() {
        arrays.values().forEach(INDArray::close);
    }
}

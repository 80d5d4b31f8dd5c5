package org.repframework.numerics;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values of some samples row by row, wherever they lie. */
@FunctionalInterface
interface Block {

    /** Copies values, counted from the block's first, into an array. */
    void copy(int first, int count, double[] target, int start);

    static Block of(double[] values) {
        return (first, count, target, start) -> System.arraycopy(values, first, target, start, count);
    }

    static Block of(float[] values) {
        return (first, count, target, start) -> {
            for (var i = 0; i < count; i++) {
                target[start + i] = values[first + i];
            }
        };
    }

    /** @param array float32, contiguous in C order */
    static Block of(INDArray array) {
        var source = (FloatPointer) array.data().addressPointer();
        var begin = source.position();
        return (first, count, target, start) -> {
            var values = new float[count];
            source.position(begin + first).get(values);
            of(values).copy(0, count, target, start);
        };
    }
}

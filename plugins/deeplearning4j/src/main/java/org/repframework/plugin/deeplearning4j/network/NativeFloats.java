package org.repframework.plugin.deeplearning4j.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between Java's heap and contiguous native arrays. */
public final class NativeFloats {

    private NativeFloats() {}

    static void put(float[] values, INDArray target) {
        pointer(target).put(values, 0, Math.toIntExact(target.length()));
    }

    public static void take(INDArray source, float[] values) {
        pointer(source).get(values, 0, Math.toIntExact(source.length()));
    }

    public static float[] take(INDArray source) {
        var values = new float[Math.toIntExact(source.length())];
        take(source, values);
        return values;
    }

    /** Writes all values from a position of the target on. */
    static void put(float[] values, INDArray target, long position) {
        pointer(target, position).put(values);
    }

    /** Reads as many values as there is room for, from a position of the source on. */
    static void take(INDArray source, long position, float[] values) {
        pointer(source, position).get(values);
    }

    static float at(INDArray source, long position) {
        return pointer(source).get(position);
    }

    /** Copies values from a position of the source on to a position of the target on. */
    static void copy(INDArray source, long from, INDArray target, long to, long count) {
        pointer(target, to).put(pointer(source, from).limit(from + count));
    }

    private static FloatPointer pointer(INDArray array, long position) {
        return new FloatPointer(pointer(array)).position(position);
    }

    private static FloatPointer pointer(INDArray array) {
        return (FloatPointer) array.data().addressPointer();
    }
}

package org.repframework.plugin.samples

import org.repframework.spi.ActivationMatrix
import org.repframework.spi.RecordingDescription

/** Activations in memory (samples x units). */
class Rows implements ActivationMatrix {

    final double[][] values

    Rows(List<List<? extends Number>> rows) {
        values = rows.collect { it as double[] } as double[][]
    }

    Rows(double[][] values) {
        this.values = values
    }

    static Rows gaussian(long seed, int samples, int units) {
        def random = new Random(seed)
        def values = new double[samples][units]
        for (row in values) {
            Arrays.setAll(row) { random.nextGaussian() }
        }
        new Rows(values)
    }

    /** Each row changed, or some more made of it. */
    Rows map(Closure change) {
        new Rows(values.collect { change(it as List) })
    }

    Rows plus(Rows other) {
        new Rows([values, other.values].transpose().collect { a, b -> [a as List, b as List].transpose()*.sum() })
    }

    static RecordingDescription described(int units, long samples) {
        new RecordingDescription('conv1', 'sum', units, samples)
    }

    @Override
    long samples() {
        values.length
    }

    @Override
    int units() {
        values[0].length
    }

    @Override
    int samplesPerImage() {
        1
    }

    @Override
    void read(long first, int count, double[] target) {
        for (row in 0..<count) {
            System.arraycopy(values[(int) first + row], 0, target, row * units(), units())
        }
    }
}

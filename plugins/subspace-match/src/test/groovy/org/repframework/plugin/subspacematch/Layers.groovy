package org.repframework.plugin.subspacematch

import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.testkit.Activations

/** Layers made by hand, and a second way to match them: from the samples, unit by unit. */
class Layers {

    /** Unit vectors, each the activations of a unit. */
    static List<double[]> gaussian(int units, int samples, Random random) {
        (1..units).collect { (1..samples).collect { random.nextGaussian() } as double[] }
    }

    /** As many random combinations of vectors. */
    static List<double[]> mixtures(int count, List<double[]> of, Random random) {
        (1..count).collect {
            def mixture = new double[of[0].length]
            of.each { vector -> add(mixture, random.nextGaussian(), vector) }
            mixture
        }
    }

    static JointMoments moments(List<double[]> x, List<double[]> y) {
        new Activations(matrix(x), matrix(y)).moments()
    }

    private static Matrix matrix(List<double[]> units) {
        Matrix.of(units.size(), units[0].length, units.collectMany { it.toList() } as double[]).transposed()
    }

    /** Algorithm 1 of the paper, with least squares over the samples; units of y are numbered on from p. */
    static List<Integer> maximumMatch(List<double[]> x, List<double[]> y, double epsilon, Collection<Integer> within) {
        def vectors = x + y
        def inX = within.findAll { it < x.size() }
        def inY = within.findAll { it >= x.size() }
        def before = -1
        while (before != inX.size() + inY.size()) {
            before = inX.size() + inY.size()
            inX = near(vectors, inX, inY, epsilon)
            inY = near(vectors, inY, inX, epsilon)
        }
        (inX + inY).sort()
    }

    /** Algorithm 2: the other units are tried one after the other. */
    static List<Integer> minimalMatch(List<double[]> x, List<double[]> y, double epsilon, int v, List<Integer> order) {
        def match = maximumMatch(x, y, epsilon, order + v)
        order.each { unit ->
            def rest = maximumMatch(x, y, epsilon, match - unit)
            if (unit in match && v in rest) {
                match = rest
            }
        }
        match
    }

    private static List<Integer> near(List<double[]> vectors, List<Integer> units, List<Integer> others, double epsilon) {
        def basis = orthonormal(others.collect { vectors[it] })
        units.findAll { unit ->
            def vector = vectors[unit]
            def length = Math.sqrt(dot(vector, vector))
            length > 0 && remainder(vector, basis) <= epsilon * length + 1e-9
        }
    }

    private static List<double[]> orthonormal(List<double[]> vectors) {
        def basis = []
        vectors.each { vector ->
            def rest = vector.clone()
            2.times { basis.each { add(rest, -dot(rest, it), it) } }
            def length = Math.sqrt(dot(rest, rest))
            if (length > 1e-6 * Math.sqrt(dot(vector, vector))) {
                basis << (rest.collect { it / length } as double[])
            }
        }
        basis
    }

    private static double remainder(double[] vector, List<double[]> basis) {
        def rest = vector.clone()
        basis.each { add(rest, -dot(rest, it), it) }
        Math.sqrt(dot(rest, rest))
    }

    static double dot(double[] a, double[] b) {
        def sum = 0d
        for (i in 0..<a.length) {
            sum += a[i] * b[i]
        }
        sum
    }

    static void add(double[] to, double factor, double[] vector) {
        for (i in 0..<to.length) {
            to[i] += factor * vector[i]
        }
    }
}

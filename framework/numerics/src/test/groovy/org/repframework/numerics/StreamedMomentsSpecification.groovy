package org.repframework.numerics

import org.repframework.numerics.JointMomentAccumulator.Pair
import org.repframework.spi.ActivationMatrix
import org.repframework.spi.JointMoments
import spock.lang.Specification

class StreamedMomentsSpecification extends Specification {

    def "#samples samples are read to their end, and the threads change no bit"() {
        given:
        def x = rows(samples, 5, 1)
        def y = rows(samples, 3, 2)
        def inOnePass = inOnePass(x, y)

        when:
        def moments = [1, 2, 3, 9].collect { StreamedMoments.of(matrix(x), matrix(y), it) }

        then:
        moments.every { it == moments[0] }
        moments[0].samples() == samples
        moments[0].largestX() == inOnePass.largestX()
        ['meanX', 'meanY', 'xx', 'yy', 'xy'].every { near(moments[0]."$it"(), inOnePass."$it"()) }
        Math.abs(moments[0].lengths().xy() - inOnePass.lengths().xy()) <= 1e-12 * inOnePass.lengths().xy()

        where:
        samples << [1, 511, 512, 1300, 5000]
    }

    def "one piece has the bits of an accumulator"() {
        given:
        def x = rows(500, 4, 1)

        expect:
        StreamedMoments.of(matrix(x), matrix(x), 2) == inOnePass(x, x)
    }

    def "of all that cannot be read the first sample is told, on #threads threads"() {
        when:
        StreamedMoments.of(matrix(rows(6000, 2, 1), [5200, 1600, 2700]), matrix(rows(6000, 2, 2)), threads)

        then:
        def failed = thrown(IOException)
        failed.message == 'row 1600'

        where:
        threads << [1, 2, 3, 4]
    }

    def "what is not a number is told from another thread too"() {
        given:
        def x = rows(2000, 2, 1)
        x[700][1] = Double.NaN

        when:
        StreamedMoments.of(matrix(x), matrix(rows(2000, 2, 2)), 2)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == '1 of 2 units have activations that are NaN or infinite'
    }

    private static JointMoments inOnePass(double[][] x, double[][] y) {
        new JointMomentAccumulator([x[0].length, y[0].length] as int[], [new Pair(0, 1)]).withCloseable {
            it.add(x.length, x.toList().collectMany { it.toList() } as double[], y.toList().collectMany { it.toList() } as double[])
            it.results()[0]
        }
    }

    private static boolean near(a, b) {
        def (mine, theirs) = [a.toArray(), b.toArray()]
        def scale = theirs.collect { Math.abs(it) }.max()
        (0..<theirs.length).every { Math.abs(mine[it] - theirs[it]) <= 1e-12 * scale }
    }

    private static double[][] rows(int samples, int units, long seed) {
        def random = new Random(seed)
        (0..<samples).collect { (0..<units).collect { 3 + random.nextGaussian() } as double[] } as double[][]
    }

    /** @param unreadable rows */
    private static ActivationMatrix matrix(double[][] rows, List<Integer> unreadable = []) {
        new ActivationMatrix() {
            long samples() { rows.length }
            int units() { rows[0].length }
            int samplesPerImage() { 1 }
            void read(long first, int count, double[] target) {
                def broken = unreadable.findAll { first <= it && it < first + count }.min()
                if (broken != null) {
                    throw new IOException("row $broken")
                }
                (count * units()).times { target[it] = rows[(int) first + it.intdiv(units())][it % units()] }
            }
        }
    }
}

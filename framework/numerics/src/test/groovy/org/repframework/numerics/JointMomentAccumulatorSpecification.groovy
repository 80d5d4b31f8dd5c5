package org.repframework.numerics

import java.math.MathContext
import org.nd4j.linalg.api.buffer.DataType
import org.nd4j.linalg.api.ndarray.INDArray
import org.nd4j.linalg.factory.Nd4j
import org.nd4j.linalg.indexing.NDArrayIndex
import org.repframework.numerics.JointMomentAccumulator.Pair
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import spock.lang.Specification

class JointMomentAccumulatorSpecification extends Specification {

    def "moments are those of plain sums about the mean"() {
        given:
        def x = random(1300, 5, 1, mean, sd)
        def y = random(1300, 3, 2, mean, sd)

        and:
        def largest = Matrix.row((0..<5).collect { unit -> x.collect { Math.abs(it[unit].doubleValue()) }.max() } as double[])
        def (meanX, meanY) = [mean(x), mean(y)]
        def (xx, yy, xy) = [product(x, x), product(y, y), product(x, y)]
        def (lengthX, lengthY) = [lengths(x), lengths(y)]
        def fourth = Matrix.row([[lengthX, lengthX], [lengthY, lengthY], [lengthX, lengthY]]
                .collect { it.transpose().sum { return it[0] * it[1] } } as double[])
        def (xTimesX, xTimesY) = [times(lengthX, x), times(lengthX, y)]
        def (yTimesX, yTimesY) = [times(lengthY, x), times(lengthY, y)]

        when:
        def moments = moments(x, y, [1300])

        then:
        moments.samples() == 1300
        moments.largestX() == largest
        close(moments.meanX(), meanX, 1e-15)
        close(moments.meanY(), meanY, 1e-15)
        close(moments.xx(), xx, 1e-13)
        close(moments.yy(), yy, 1e-13)
        close(moments.xy(), xy, 1e-13)
        def lengths = moments.lengths()
        close(Matrix.row(lengths.xx(), lengths.yy(), lengths.xy()), fourth, 1e-11)
        close(lengths.xTimesX(), xTimesX, 1e-11)
        close(lengths.xTimesY(), xTimesY, 1e-11)
        close(lengths.yTimesX(), yTimesX, 1e-11)
        close(lengths.yTimesY(), yTimesY, 1e-11)

        where:
        mean | sd
        0    | 1
        1e4  | 1
        -3   | 1e-5
        1e15 | 1e9
    }

    def "the sizes of the blocks change no bit"() {
        given:
        def x = random(1300, 5, 1, 2, 1)
        def y = random(1300, 3, 2, 2, 1)

        and:
        def whole = moments(x, y, [1300])

        when:
        def inBlocks = moments(x, y, blocks)

        then:
        inBlocks == whole

        where:
        blocks << [[1] * 20 + [1280], [512, 512, 276], [700, 0, 600], [511, 2, 787]]
    }

    def "rows of plain numbers change no bit: #kind"() {
        given:
        def x = random(1300, 5, 1, 2, 1)
        def y = random(1300, 3, 2, 2, 1)
        def accumulator = new JointMomentAccumulator([5, 3] as int[], [new Pair(0, 1)])

        when:
        for (rows in [0..<700, 700..<1300]) {
            def blocks = [x, y].collect { side -> side.toList()[rows].collectMany { it.toList() } + [7f] }
            kind == 'float'
                    ? accumulator.add(rows.size(), blocks[0] as float[], blocks[1] as float[])
                    : accumulator.add(rows.size(), blocks[0] as double[], blocks[1] as double[])
        }

        then:
        accumulator.results() == [moments(x, y, [1300])]

        cleanup:
        accumulator.close()

        where:
        kind << ['float', 'double']
    }

    def "rows that do not fit are refused"() {
        when:
        new JointMomentAccumulator([4, 3] as int[], [new Pair(0, 1)]).add(5, blocks)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == message

        where:
        blocks                                      || message
        [new double[20], new double[14]] as double[][] || 'block 1 has 14 values; 5 rows of 3 units were to be added'
        [new float[20]] as float[][]                || '1 blocks for 2 recordings'
    }

    def "other pairs change no bit, and the halves of a pair can be exchanged"() {
        given:
        def samples = [random(600, 5, 1, 1, 1), random(600, 3, 2, 1, 1), random(600, 40, 3, 1, 1)]
        def arrays = samples.collect { array(it) }

        when:
        def together = results([5, 3, 40, 2], [new Pair(0, 1), new Pair(2, 0), new Pair(1, 1), new Pair(1, 0)],
                arrays + [array(random(9, 2, 4, 0, 1))])

        then:
        together[0] == moments(samples[0], samples[1], [600])
        together[1] == moments(samples[2], samples[0], [600])
        close(together[3].xy(), together[0].xy().transposed(), 1e-15)
    }

    def "the moments of a recording with itself are exactly symmetric and equal on both sides"() {
        when:
        def moments = results([7], [new Pair(0, 0)], [array(random(600, 7, 1, 5, 1))])[0]

        then:
        moments.xx() == moments.xx().transposed()
        moments.xy() == moments.xx()
        moments.yy() == moments.xx()
        moments.lengths() == moments.swapped().lengths()
    }

    def "a constant unit has exactly no variance and is dead"() {
        given:
        def x = random(777, 3, 1, 0, 1)
        x.each { it[1] = 0.1f }

        when:
        def moments = moments(x, x, [777])

        then:
        moments.xx().at(1, 1) == 0
        moments.xy().at(0, 1) == 0
        moments.deadX(1)
        !moments.deadX(0)
        moments.meanX().at(0, 1) == (double) 0.1f
    }

    def "one sample has a mean and no variance"() {
        when:
        def moments = moments([[3, -4]] as float[][], [[5]] as float[][], [1])

        then:
        moments.meanX() == Matrix.row(3, -4)
        moments.xx() == Matrix.of(2, 2, 0, 0, 0, 0)
        moments.xy() == Matrix.of(2, 1, 0, 0)
        moments.largestX() == Matrix.row(3, 4)
    }

    def "rows taken out of a larger array are read from where they lie"() {
        given:
        def whole = array(random(10, 4, 1, 0, 1))
        def part = whole.get(NDArrayIndex.interval(3, 9), NDArrayIndex.all())

        expect:
        results([4], [new Pair(0, 0)], [part]) == results([4], [new Pair(0, 0)], [part.dup()])
    }

    def "activations that are not numbers are refused with the number of units"() {
        given:
        def x = random(600, 6, 1, 0, 1)
        x[500][2] = value
        x[3][4] = value

        when:
        moments(x, x, [600])

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == '2 of 6 units have activations that are NaN or infinite'

        where:
        value << [Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY]
    }

    def "blocks that do not fit are refused"() {
        when:
        results([4, 3], [new Pair(0, 1)], blocks)

        then:
        thrown(IllegalArgumentException)

        where:
        blocks << [
            [zeros(5, 4)],
            [zeros(5, 4), zeros(5, 4)],
            [zeros(5, 4), zeros(6, 3)],
            [zeros(4, 5).transpose(), zeros(5, 3)],
            [zeros(5, 4).castTo(DataType.DOUBLE), zeros(5, 3)]
        ]
    }

    private static JointMoments moments(float[][] x, float[][] y, List<Integer> blocks) {
        new JointMomentAccumulator([x[0].length, y[0].length] as int[], [new Pair(0, 1)]).withCloseable {
            def from = 0
            for (rows in blocks) {
                if (rows > 0) {
                    it.add([array(x[from..<(from + rows)] as float[][]), array(y[from..<(from + rows)] as float[][])])
                }
                from += rows
            }
            it.results()[0]
        }
    }

    private static List<JointMoments> results(List<Integer> units, List<Pair> pairs, List<INDArray> blocks) {
        new JointMomentAccumulator(units as int[], pairs).withCloseable {
            it.add(blocks)
            it.results()
        }
    }

    private static INDArray array(float[][] rows) {
        Nd4j.createFromArray(rows)
    }

    private static INDArray zeros(int rows, int columns) {
        array(new float[rows][columns])
    }

    private static float[][] random(int rows, int columns, long seed, double mean, double sd) {
        def random = new Random(seed)
        def base = (0..<rows).collect { random.nextGaussian() }
        (0..<rows).collect { row ->
            (0..<columns).collect { (float) (mean + sd * (0.7 * random.nextGaussian() + 0.5 * base[row])) } as float[]
        } as float[][]
    }

    private static Matrix mean(float[][] x) {
        Matrix.row((0..<x[0].length).collect { unit -> x.sum { new BigDecimal(it[unit].doubleValue()) }.doubleValue() / x.length } as double[])
    }

    private static Matrix product(float[][] x, float[][] y) {
        def (p, q) = [x[0].length, y[0].length]
        def (meanX, meanY) = [mean(x), mean(y)]
        def values = new double[p * q]
        for (i in 0..<p) {
            for (j in 0..<q) {
                for (row in 0..<x.length) {
                    values[i * q + j] += (x[row][i] - meanX.at(0, i)) * (y[row][j] - meanY.at(0, j))
                }
            }
        }
        Matrix.of(p, q, values)
    }

    private static List<Double> lengths(float[][] x) {
        centred(x).collect { row -> row.sum { it * it } }
    }

    private static Matrix times(List<Double> lengths, float[][] y) {
        def rows = centred(y)
        Matrix.row((0..<y[0].length).collect { unit -> (0..<y.length).sum { return lengths[it] * rows[it][unit] } } as double[])
    }

    /** About the exact means, whose rounding would count here, but not in products of two. */
    private static List<List<Double>> centred(float[][] x) {
        def exact = x.collect { row -> row.collect { new BigDecimal(it.doubleValue()) } }
        def mean = exact.transpose().collect { it.sum().divide(x.length, MathContext.DECIMAL128) }
        exact.collect { row -> [row, mean].transpose().collect { (it[0] - it[1]).doubleValue() } }
    }

    private static boolean close(Matrix actual, Matrix expected, double tolerance) {
        def largest = expected.toArray().collect { Math.abs(it) }.max()
        [actual.toArray(), expected.toArray()].transpose().every { Math.abs(it[0] - it[1]) <= tolerance * largest }
    }
}

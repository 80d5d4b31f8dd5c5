package org.repframework.spi

import spock.lang.Specification

class MergedMomentsSpecification extends Specification {

    def 'the moments of two parts are those of the whole'() {
        given:
        def x = random(50, 3, 1, mean)
        def y = random(50, 2, 2, mean)

        when:
        def merged = moments(x.take(first), y.take(first)).merged(moments(x.drop(first), y.drop(first)))

        then:
        def whole = moments(x, y)
        merged.samples() == 50
        merged.largestX() == whole.largestX()
        values(merged).size() == 13
        [values(merged), values(whole)].transpose().every { Matrix found, Matrix expected -> close(found, expected) }

        where:
        [first, mean] << [[1, 20, 25, 49], [0d, 1e3d]].combinations()
    }

    def 'a unit that is constant stays without variance'() {
        given:
        def x = random(10, 2, 1, 0)
        x.each { it[1] = 0.1d }

        when:
        def merged = moments(x.take(3), x.take(3)).merged(moments(x.drop(3), x.drop(3)))

        then:
        merged.deadX(1)
        !merged.deadX(0)
    }

    def 'moments of other units are not merged'() {
        when:
        moments(random(5, 2, 1, 0), random(5, 2, 2, 0)).merged(moments(random(5, 3, 1, 0), random(5, 2, 2, 0)))

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 2 and 2 units do not merge with those of 3 and 2'
    }

    private static List<Matrix> values(JointMoments m) {
        def l = m.lengths()
        [m.meanX(), m.meanY(), m.xx(), m.yy(), m.xy(), m.swapped().xy(), Matrix.row(l.xx()), Matrix.row(l.yy()),
         Matrix.row(l.xy()), l.xTimesX(), l.xTimesY(), l.yTimesX(), l.yTimesY()]
    }

    private static boolean close(Matrix found, Matrix expected) {
        def scale = expected.toArray().collect { Math.abs(it) }.max()
        found.columns() == expected.columns() &&
                [found.toArray(), expected.toArray()].transpose().every { Math.abs(it[0] - it[1]) <= 1e-11 * scale }
    }

    private static List<List<Double>> random(int rows, int columns, long seed, double mean) {
        def random = new Random(seed)
        (0..<rows).collect { (0..<columns).collect { mean + random.nextGaussian() * (1 + it) } }
    }

    /** By the definitions. */
    private static JointMoments moments(List<List<Double>> x, List<List<Double>> y) {
        def (meanX, meanY) = [x, y].collect { side -> side.transpose().collect { it.sum() / side.size() } }
        def a = x.collect { row -> [row, meanX].transpose().collect { it[0] - it[1] } }
        def b = y.collect { row -> [row, meanY].transpose().collect { it[0] - it[1] } }
        def (lengthA, lengthB) = [a, b].collect { side -> side.collect { row -> [row.sum { it * it }] } }
        new JointMoments(x.size(), Matrix.row(meanX as double[]), Matrix.row(meanY as double[]), product(a, a),
                product(b, b), product(a, b), largest(x), largest(y),
                new LengthMoments(product(lengthA, lengthA).at(0, 0), product(lengthB, lengthB).at(0, 0),
                        product(lengthA, lengthB).at(0, 0), product(lengthA, a), product(lengthA, b),
                        product(lengthB, a), product(lengthB, b)))
    }

    private static Matrix product(List<List<Double>> a, List<List<Double>> b) {
        Matrix.of(a[0].size(), b[0].size(), a.transpose().collectMany { one ->
            b.transpose().collect { other -> [one, other].transpose().sum { it[0] * it[1] } }
        } as double[])
    }

    private static Matrix largest(List<List<Double>> x) {
        Matrix.row(x.transpose().collect { column -> column.collect { Math.abs(it) }.max() } as double[])
    }
}

package org.repframework.plugin.samples

import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class CkaRbfSpecification extends Specification {

    def "scale #scale gives what numpy computes of the published demo's data"() {
        expect:
        Math.abs(cka(scale, Demo.x(), Demo.y()) - value) < 1e-13

        where:
        scale || value
        0.5   || 0.6548311822614982
        0.2   || 0.9898069302768646
        2     || 0.5626784310201693
    }

    def "a very wide kernel is linear"() {
        expect:
        Math.abs(cka(1e6, Demo.x(), Demo.y()) - 0.5576132566117588) < 1e-11
    }

    def "the median is that of all n² squared distances, for #n samples"() {
        given:
        def (x, y) = [Rows.gaussian(n, n, 3), Rows.gaussian(-n, n, 2)]
        def (a, b) = [x, y].collect { kernel(it) }

        expect:
        Math.abs(cka(0.7, x, y) - product(a, b) / Math.sqrt(product(a, a) * product(b, b))) < 1e-12

        where:
        n << [2, 3, 4, 5, 20, 21]
    }

    private static List<List<Double>> kernel(Rows side) {
        def rows = side.values.collect { it as List }
        def squared = rows.collect { a -> rows.collect { b -> [a, b].transpose().sum { (it[0] - it[1])**2 } as double } }
        def sorted = squared.flatten().sort()
        def n = sorted.size()
        def median = (sorted[(n - 1).intdiv(2)] + sorted[n.intdiv(2)]) / 2
        def kernel = squared.collect { row -> row.collect { Math.exp(-it / (2 * 0.7 * 0.7 * median)) } }
        def means = kernel.collect { it.sum() / it.size() }
        def mean = means.sum() / means.size()
        (0..<kernel.size()).collect { i -> (0..<kernel.size()).collect { j -> kernel[i][j] - means[i] - means[j] + mean } }
    }

    private static double product(List a, List b) {
        [a.flatten(), b.flatten()].transpose().sum { it[0] * it[1] }
    }

    def "an order statistic is that of the sorted numbers, equal ones among them"() {
        given:
        def random = new Random(3)
        def numbers = (0..<500).collect { it % 7 == 0 ? 0.25d : Math.abs(random.nextGaussian()) * 10d**random.nextInt(20) }
        def bits = numbers.collect { Double.doubleToRawLongBits(it) } as long[]
        def work = new Work(Stub(StageContext), 1, 'steps')

        expect:
        (0..<500).collect { OrderStatistic.of(bits, it, work) } == numbers.sort(false)
    }

    def "where half of the pairs are of equal samples, the kernel has no width"() {
        when:
        cka(0.5, Demo.x().map { row -> row[0] < 1 ? row.collect { 0d } : row }, Demo.y())

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith('the median squared distance between samples of x is 0, since')
    }

    private double cka(double scale, Rows x, Rows y) {
        new CkaRbf().correlate(new CkaRbf.Settings(scale), x, y, Stub(StageContext)).score()
    }
}

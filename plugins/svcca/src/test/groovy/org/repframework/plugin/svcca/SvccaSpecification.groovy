package org.repframework.plugin.svcca

import org.ejml.dense.row.factory.DecompositionFactory_DDRM
import org.ejml.simple.SimpleMatrix
import org.repframework.spi.CanonicalCorrelations
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.Plugin
import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.testkit.Activations
import spock.lang.Specification

class SvccaSpecification extends Specification {

    def context = Mock(StageContext)

    def "the plugin is found and offers its metrics"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'svcca' }.stages()*.name() == ['svcca', 'cca', 'cca-r2', 'pwcca', 'wilks', 'pillai']
    }

    def "a layer is entirely like itself"() {
        given:
        def x = random(300, 6, 1)

        expect:
        svcca(x, x, variance).rho().every { Math.abs(it - 1) < 1e-12 && it <= 1 }
        svcca(x, x, variance).scores() == [svcca: svcca(x, x, variance).score()]

        where:
        variance << [0.5, 0.99, 1]
    }

    def "#metric does not move when x is scaled, shifted and rotated"() {
        given:
        def x = random(300, 6, 1)
        def y = x.cols(0, 3).plus(random(300, 3, 2))
        def rotation = random(6, 6, 3).svd().getU()

        expect:
        Math.abs(score(metric, shifted(x.mult(rotation).scale(10), 1e4), y) - score(metric, x, y)) < 1e-9

        where:
        metric << ['svcca', 'cca']
    }

    def "cca does not move under any invertible map, svcca does"() {
        given:
        def x = random(300, 6, 1)
        def y = x.cols(3, 6).plus(random(300, 3, 2))
        def stretched = x.mult(SimpleMatrix.diag(100, 50, 1, 0.1, 0.1, 0.01))

        expect:
        Math.abs(cca(stretched, y).score() - cca(x, y).score()) < 1e-9
        svcca(stretched, y, 0.99).keptX() == 2
        Math.abs(svcca(stretched, y, 0.99).score() - svcca(x, y, 0.99).score()) > 0.2
    }

    def "a planted shared subspace has as many correlations of 1 as dimensions"() {
        given: 'two mixtures of 3 shared and 4 or 2 own signals'
        def shared = random(2000, 3, 1)
        def x = shared.combine(0, 3, random(2000, 4, 2)).mult(random(7, 7, 3))
        def y = shared.combine(0, 3, random(2000, 2, 4)).mult(random(5, 5, 5))

        when:
        def found = cca(x, y)

        then:
        found.rho().size() == 5
        found.rho()[0..2].every { it > 1 - 1e-9 }
        found.rho()[3..4].every { it < 0.15 }
    }

    def "independent data have small correlations when there are many samples"() {
        expect:
        cca(random(4000, 5, 1), random(4000, 5, 2)).score() < 0.05
    }

    def "units that repeat or add others lie outside the rank"() {
        given:
        def x = random(200, 3, 1)
        def wide = x.combine(0, 3, x.cols(0, 2)).combine(0, 5, x.cols(0, 1).plus(x.cols(1, 2)))
        def y = random(200, 4, 2)

        when:
        def found = cca(wide, y)

        then:
        [found.unitsX(), found.keptX(), found.keptY(), found.rho().size()] == [6, 3, 4, 3]
        Math.abs(found.score() - cca(x, y).score()) < 1e-12
        found.conditionX() < 100
    }

    def "the smallest number of directions that reaches the share is kept"() {
        given: 'variances 8, 4, 2, 1, 1 in orthogonal directions'
        def deviations = [8, 4, 2, 1, 1].collect { Math.sqrt(it) } as double[]
        def x = orthonormal(centred(random(100, 5, 1))).mult(SimpleMatrix.diag(deviations))

        expect:
        svcca(x, x, variance).keptX() == kept

        where:
        variance || kept
        0.01     || 1
        0.49     || 1
        0.51     || 2
        0.76     || 3
        0.94     || 5
        1        || 5
    }

    def "results are those of a QR decomposition of the samples"() {
        given:
        def x = random(400, 10, 1).mult(SimpleMatrix.diag((0..<10).collect { condition**(-it / 9d) } as double[]))
        def y = x.mult(random(10, 8, 2)).plus(random(400, 8, 3).scale(0.3))
        def expected = correlations(orthonormal(centred(x)), orthonormal(centred(y)))

        when:
        def found = cca(shifted(x, 1), y)

        then:
        Math.abs(found.score() - expected.sum() / 8) < 1e-9
        Math.abs(Math.log10(found.conditionX() / condition**2)) < 0.3

        where:
        condition << [1d, 1e3, 1e5]
    }

    def "svcca is cca of the leading principal components of the samples"() {
        given:
        def x = random(400, 10, 1).mult(random(10, 10, 7))
        def y = x.cols(0, 6).plus(random(400, 6, 3).scale(2))
        def expected = correlations(leading(x, 0.9), leading(y, 0.9))

        when:
        def found = svcca(x, y, 0.9)

        then:
        found.keptX() == leading(x, 0.9).numCols
        found.keptY() == leading(y, 0.9).numCols
        found.rho().size() == expected.size()
        [found.rho(), expected].transpose().every { Math.abs(it[0] - it[1]) < 1e-9 }
    }

    def "the sides can be exchanged"() {
        given:
        def x = random(300, 6, 1)
        def y = x.cols(0, 3).plus(random(300, 3, 2))

        expect:
        Math.abs(svcca(x, y).score() - svcca(y, x).score()) < 1e-12
        svcca(x, y).keptX() == svcca(y, x).keptY()
    }

    def "fewer samples than units are warned of"() {
        when:
        def found = cca(random(5, 8, 1), random(5, 3, 2))

        then:
        [found.keptX(), found.keptY()] == [4, 3]
        1 * context.warn('only 5 samples for 8 and 3 units: canonical correlations are high whatever the networks; take more images')
    }

    def "more directions than samples are warned of"() {
        when:
        cca(random(9, 5, 1), random(9, 5, 2))

        then:
        1 * context.warn('only 9 samples for 10 directions of both sides: some canonical correlations are 1 whatever the networks')
    }

    def "a bad condition is warned of with the bound of the error"() {
        when:
        cca(random(400, 2, 1).mult(SimpleMatrix.diag(1, 3e-6)), random(400, 2, 2))

        then:
        1 * context.warn({ it =~ /^the activations of x have condition 3\.\de\+05: from moments the result is right to about 2e-10$/ })
    }

    def "a dead unit takes no part and is reported"() {
        given:
        def x = random(300, 4, 1)
        def y = random(300, 3, 2)

        when:
        def found = cca(x.combine(0, 4, x.cols(0, 1).scale(0)), y)

        then:
        Math.abs(found.score() - cca(x, y).score()) < 1e-12
        1 * context.warn('dead units of x: 1 of 5; they take no part')
    }

    def "nothing but dead units is a failure"() {
        when:
        cca(random(300, 4, 1), new SimpleMatrix(300, 2))

        then:
        def failure = thrown(StageFailure)
        failure.message == 'all 2 units of y are dead (constant over the 300 samples): there is nothing to correlate'
    }

    def "a share that is no share is refused"() {
        when:
        new Svcca.Settings(variance, Truncation.Share.VARIANCE)

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'variance'

        where:
        variance << [0, -1, 1.01, Double.NaN]
    }

    private double score(String metric, SimpleMatrix x, SimpleMatrix y) {
        (metric == 'svcca' ? svcca(x, y) : cca(x, y)).score()
    }

    private CanonicalCorrelations svcca(SimpleMatrix x, SimpleMatrix y, double variance = 0.9) {
        new Svcca().correlate(new Svcca.Settings(variance, Truncation.Share.VARIANCE), moments(x, y), context)
    }

    private CanonicalCorrelations cca(SimpleMatrix x, SimpleMatrix y) {
        new Cca().correlate(new Cca.Settings(), moments(x, y), context)
    }

    private static SimpleMatrix random(int rows, int columns, long seed) {
        def random = new Random(seed)
        new SimpleMatrix(rows, columns, true, (0..<rows * columns).collect { random.nextGaussian() } as double[])
    }

    private static SimpleMatrix shifted(SimpleMatrix x, double shift) {
        x.plus(shift)
    }

    private static SimpleMatrix means(SimpleMatrix x) {
        SimpleMatrix.filled(1, x.numRows, 1).mult(x).divide(x.numRows)
    }

    private static SimpleMatrix centred(SimpleMatrix x) {
        x.minus(SimpleMatrix.filled(x.numRows, 1, 1).mult(means(x)))
    }

    private static SimpleMatrix orthonormal(SimpleMatrix x) {
        def qr = DecompositionFactory_DDRM.qr(x.numRows, x.numCols)
        qr.decompose(x.copy().getDDRM())
        SimpleMatrix.wrap(qr.getQ(null, true))
    }

    private static SimpleMatrix leading(SimpleMatrix x, double share) {
        def svd = centred(x).svd(true)
        def squares = svd.getSingularValues().collect { it * it }
        def kept = (1..squares.size()).find { squares.take(it).sum() >= share * squares.sum() }
        svd.getU().cols(0, kept)
    }

    private static List<Double> correlations(SimpleMatrix x, SimpleMatrix y) {
        x.transpose().mult(y).svd(true).getSingularValues().toList()
    }

    private static JointMoments moments(SimpleMatrix x, SimpleMatrix y) {
        new Activations(matrix(x), matrix(y)).moments()
    }

    private static Matrix matrix(SimpleMatrix matrix) {
        Matrix.of(matrix.numRows, matrix.numCols, matrix.getDDRM().data)
    }
}

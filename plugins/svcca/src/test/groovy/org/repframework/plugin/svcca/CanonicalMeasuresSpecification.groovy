package org.repframework.plugin.svcca

import static org.repframework.plugin.svcca.PlantedActivations.moments
import static org.repframework.plugin.svcca.PlantedActivations.of
import static org.repframework.plugin.svcca.PlantedActivations.samples
import static org.repframework.plugin.svcca.PlantedActivations.uniform

import org.ejml.simple.SimpleMatrix
import org.repframework.numerics.MatrixProduct
import org.repframework.numerics.SingularValueDecomposition
import org.repframework.spi.CanonicalCorrelations
import org.repframework.spi.Direction
import org.repframework.spi.StageContext
import spock.lang.Specification

/** The measures of the CCA family against each other, against numpy, and from moments against from samples. */
class CanonicalMeasuresSpecification extends Specification {

    static final METRICS = [
            new Cca(), new CcaR2(), new Svcca(), new Pwcca(), new Wilks(), new Pillai()
    ].collectEntries { [it.name(), it] }

    def context = Stub(StageContext)

    def "#measure of #kind activations is that of numpy and scipy: #expected"() {
        given:
        def (x, y) = of(kind)

        expect:
        Math.abs(score(measure, x, y) - expected) < 1e-9 * expected
        Math.abs(fromSamples(measure, x, y).score() - expected) < 1e-9 * expected

        where:
        kind             | measure || expected
        'random'         | 'cca'   || 0.3365341644643012
        'random'         | 'svcca' || 0.336534164464301
        'random'         | 'pwcca' || 0.3484094070028489
        'correlated'     | 'cca'   || 0.6885041606384059
        'correlated'     | 'svcca' || 0.6885041606384059
        'correlated'     | 'pwcca' || 0.6812144007006424
        'rank-deficient' | 'cca'   || 0.6662565472009909
        'rank-deficient' | 'svcca' || 0.6662565472009909
        'rank-deficient' | 'pwcca' || 0.643795040280626
        'wide'           | 'cca'   || 1
        'wide'           | 'svcca' || 1
        'wide'           | 'pwcca' || 1
        'offset'         | 'cca'   || 0.6885041606382952
        'offset'         | 'svcca' || 0.6885041606382952
        'offset'         | 'pwcca' || 0.6812144007004651
        'dead'           | 'cca'   || 0.7217126498734625
        'dead'           | 'svcca' || 0.7217126498734624
        'dead'           | 'pwcca' || 0.7132851353811924
        'decaying'       | 'cca'   || 0.6885041606384057
        'decaying'       | 'svcca' || 0.54614347179433
        'decaying'       | 'pwcca' || 0.6738821362967599
    }

    def "#measure of a layer with itself is #expected"() {
        given:
        def x = of(kind)[0]

        expect:
        Math.abs(score(measure, x, x) - expected) < 1e-12 * Math.max(1, expected)

        where:
        kind         | measure  || expected
        'correlated' | 'cca'    || 1
        'correlated' | 'cca-r2' || 1
        'correlated' | 'svcca'  || 1
        'correlated' | 'pwcca'  || 1
        'correlated' | 'wilks'  || 0
        'correlated' | 'pillai' || 7
        'wide'       | 'cca'    || 1
        'dead'       | 'pwcca'  || 1
        'dead'       | 'pillai' || 6
    }

    def "the measures are one another's sums and products"() {
        given:
        def (x, y) = of(kind)
        def rho = measure('cca', x, y).rho()

        expect:
        close(score('cca', x, y), rho.sum() / rho.size())
        close(score('pillai', x, y), rho.sum { it**2 })
        close(score('pillai', x, y), rho.size() * score('cca-r2', x, y))
        close(score('wilks', x, y), rho.inject(1d) { product, one -> product * (1 - one * one) })
        measure('pillai', x, y).rho() == rho

        where:
        kind << ['random', 'correlated', 'rank-deficient', 'dead']
    }

    def "more of wilks is less alike"() {
        expect:
        METRICS.findAll { name, metric -> metric.direction(settings(name)) == Direction.DISTANCE }.keySet() == ['wilks'] as Set
        score('wilks', *of('random')) > score('wilks', *of('correlated'))
    }

    def "pwcca weighs by one side's units, whichever is wider"() {
        given:
        def (x, y) = of('correlated')

        expect:
        close(score('pwcca', x, y, [side: Pwcca.Weights.Y]), score('pwcca', y, x))
        Math.abs(score('pwcca', x, y) - score('pwcca', y, x)) > 1e-3
        close(fromSamples('pwcca', x, y, [side: Pwcca.Weights.Y]).score(), score('pwcca', y, x))
    }

    def "pwcca projects the units on the variates themselves"() {
        given: 'the variates by their definition, from samples'
        def (x, y) = of('correlated')
        def a = centred(x)
        def (qx, qy) = [a, centred(y)].collect { it.svd(true).getU() }
        def found = qx.transpose().mult(qy).svd(true)
        def weights = found.getU().transpose().mult(qx.transpose()).mult(a)

        when:
        def expected = (0..4).sum { i -> return rowLength(weights, i) * found.getW().get(i, i) } / (0..4).sum { rowLength(weights, it) }

        then:
        close(score('pwcca', x, y), expected)
    }

    def "for p <= q pwcca with squared weights and squared rho is the R2 of x from y"() {
        given:
        def (y, x) = of('correlated')
        def analysis = CanonicalAnalysis.of(moments(x, y), Truncation.NONE, context)
        def svd = SingularValueDecomposition.of(analysis.product())
        def ofUnits = MatrixProduct.transposedOf(svd.left(), analysis.x().loadings())
        def weights = (0..4).collect { i -> ofUnits.rowAt(i).collect { it**2 }.sum() }
        def (a, b) = [centred(x), centred(y)]
        def residual = a.minus(b.mult(b.pseudoInverse()).mult(a))

        expect:
        close((0..4).sum { return weights[it] * svd.values().at(0, it)**2 } / weights.sum(),
                1 - (residual.normF() / a.normF())**2)
    }

    def "#measure moves neither with the scale of a side nor with its offset"() {
        given:
        def (x, y) = of('decaying')

        expect:
        Math.abs(score(measure, x.scale(10).plus(3), y.scale(1e-3)) - score(measure, x, y)) < 1e-9

        where:
        measure << METRICS.keySet()
    }

    def "the share of the singular values keeps other directions than that of the variance"() {
        given:
        def (x, y) = of('decaying')

        expect:
        measure('svcca', x, y, [variance: 0.99d, share: share]).keptX() == keptX
        fromSamples('svcca', x, y, [variance: 0.99d, share: share]).keptX() == keptX

        where:
        share                            || keptX
        Truncation.Share.VARIANCE        || 4
        Truncation.Share.SINGULAR_VALUES || 6
    }

    def "where the condition is bad the samples still give what moments cannot"() {
        given: 'a condition of 1e8, and y that knows all directions of x'
        def x = uniform(60, 5, 1).mult(SimpleMatrix.diag(1, 1e-2, 1e-4, 1e-6, 1e-8))
        def y = uniform(60, 5, 1).mult(uniform(5, 5, 3))

        when:
        def found = fromSamples(name, x, y)

        then:
        [found.keptX(), found.keptY()] == [5, 5]
        Math.abs(found.score() - 1) < 1e-9
        measure('cca', x, y).keptX() < 5

        where:
        name << ['cca', 'cca-r2', 'pwcca']
    }

    def "dead units are counted, from moments and from samples"() {
        given:
        def (x, y) = of('dead')

        expect:
        [measure('cca', x, y), fromSamples('cca', x, y), fromSamples('svcca', x, y)].every {
            [it.deadX(), it.deadY(), it.keptX(), it.keptY()] == [1, 1, 6, 4]
        }
    }

    private static CanonicalMetric metric(String name) {
        METRICS[name]
    }

    private static Record settings(String name, Map<String, Object> changed = [:]) {
        switch (name) {
            case 'svcca': return new Svcca.Settings(changed.variance ?: 0.99d, changed.share ?: Truncation.Share.VARIANCE)
            case 'pwcca': return new Pwcca.Settings(changed.side ?: Pwcca.Weights.X)
            default: return metric(name).settings().getDeclaredConstructor().newInstance()
        }
    }

    private CanonicalCorrelations measure(String name, SimpleMatrix x, SimpleMatrix y, Map<String, Object> changed = [:]) {
        metric(name).correlate(settings(name, changed), moments(x, y), context)
    }

    private double score(String name, SimpleMatrix x, SimpleMatrix y, Map<String, Object> changed = [:]) {
        measure(name, x, y, changed).score()
    }

    private CanonicalCorrelations fromSamples(String name, SimpleMatrix x, SimpleMatrix y, Map<String, Object> changed = [:]) {
        metric(name).correlate(settings(name, changed), samples(x), samples(y), context)
    }

    private static SimpleMatrix centred(SimpleMatrix x) {
        x.minus(SimpleMatrix.filled(x.numRows, x.numRows, 1d / x.numRows).mult(x))
    }

    private static double rowLength(SimpleMatrix matrix, int row) {
        (0..<matrix.numCols).sum { Math.abs(matrix.get(row, it)) }
    }

    private static boolean close(double found, double expected) {
        Math.abs(found - expected) <= 1e-10 * Math.max(1, Math.abs(expected))
    }
}

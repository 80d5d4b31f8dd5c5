package org.repframework.plugin.similarity

import static org.repframework.plugin.similarity.PlantedActivations.moments
import static org.repframework.plugin.similarity.PlantedActivations.of
import static org.repframework.plugin.similarity.PlantedActivations.samples
import static org.repframework.plugin.similarity.PlantedActivations.uniform

import java.nio.file.Path
import org.ejml.simple.SimpleMatrix
import org.repframework.numerics.GramMatrix
import org.repframework.spi.Direction
import org.repframework.spi.Evidence
import org.repframework.spi.Gram
import org.repframework.spi.Inputs
import org.repframework.spi.Npy
import org.repframework.spi.Plugin
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Refusal
import org.repframework.spi.Similarity
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.testkit.Activations
import spock.lang.Specification

/** The measures against numpy, against each other, and from moments against from Gram matrices. */
class SimilarityMeasuresSpecification extends Specification {

    static final METRICS = new SimilarityPlugin().stages().collectEntries { [it.name(), it] }

    def context = Stub(StageContext)

    def "the plugin is found and offers its measures"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'similarity' }.stages()*.name() ==
                ['cka', 'cka-debiased', 'procrustes', 'shape', 'regression', 'gulp', 'eigenspace-overlap']
    }

    def "cka and procrustes of #kind activations are those of numpy and scipy"() {
        given:
        def (x, y) = of(kind)

        expect:
        close(score('cka', x, y), cka, 1e-9)
        close(score('procrustes', x, y), procrustes, 1e-9)
        close(fromGrams('cka', x, y).score(), cka, 1e-9)
        close(fromGrams('procrustes', x, y).score(), procrustes, 1e-9)

        where:
        kind             || cka                | procrustes
        'random'         || 0.1292601517503694 | 0.300044157917889
        'correlated'     || 0.4326799676748162 | 0.6025873162367368
        'rank-deficient' || 0.2886621609804144 | 0.5637699301059552
        'wide'           || 0.5988616678461952 | 0.8427272472285717
        'offset'         || 0.4326799676747564 | 0.6025873162366607
        'dead'           || 0.3551917331737975 | 0.5715790732385658
        'decaying'       || 0.1292216460408513 | 0.3819662125270443
    }

    def "the others of #kind activations are what their formulas over samples give in numpy"() {
        given:
        def (x, y) = of(kind)

        expect:
        close(score('cka-debiased', x, y), debiased, 1e-9)
        close(fromGrams('cka-debiased', x, y).score(), debiased, 1e-9)
        close(score('shape', x, y, new Shape.Settings(0.3d)), shape, 1e-9)
        close(score('gulp', x, y, new Gulp.Settings(0.1d)), gulp, 1e-9)
        close(score('eigenspace-overlap', x, y), overlap, 1e-9)
        close(score('regression', x, y), yFromX, 1e-9)
        close(score('regression', x, y, new Regression.Settings(Regression.Predictor.Y)), xFromY, 1e-9)

        where:
        kind             || debiased            | shape              | gulp               | overlap             | yFromX             | xFromY
        'random'         || 0.04404636596442263 | 1.272263886219975  | 3.896131792596562  | 0.09941375396197003 | 0.1608437207566925 | 0.1064091010347058
        'correlated'     || 0.3872488743728333  | 0.9223431002740554 | 2.234872826451184  | 0.3687934618151485  | 0.663652033716987  | 0.3958128596409318
        'rank-deficient' || 0.2616143822281895  | 0.8727084117628278 | 1.840913754667609  | 0.452743342652349   | 0.4566168784963499 | 0.3973757035209244
        'wide'           || -0.3037355872109148 | 0.1566170489644144 | 0.4566201119743241 | 1                   | 1                  | 1
        'offset'         || 0.387248874372763   | 0.9223431002741693 | 2.23487282645162   | 0.3941918130151553  | 0.6636520337168978 | 0.3958128596408111
        'dead'           || 0.3107265182461234  | 0.9314002152079393 | 2.231935597830816  | 0.3165086316137182  | 0.6428976556966594 | 0.3692772013593334
    }

    def "the published demo of CKA gives what it prints: numpy's random numbers of seed 1337"() {
        given:
        def (x, y) = ['demo-x.npy', 'demo-y.npy'].collect { Npy.readMatrix(Path.of(getClass().getResource(it).toURI())) }
        def moments = new Activations(x, y).moments()

        expect:
        close(METRICS.cka.correlate(settings('cka'), moments, context).score(), 0.55761d, 1e-5)
        close(METRICS.'cka-debiased'.correlate(settings('cka-debiased'), moments, context).score(), 0.51346d, 1e-5)
    }

    def "a layer is as alike itself as can be: #kind"() {
        given:
        def x = of(kind)[0]
        def length = centred(x).normF()

        expect:
        Math.abs(score('cka', x, x) - 1) < 1e-12
        Math.abs(score('cka-debiased', x, x) - 1) < 1e-12
        Math.abs(score('procrustes', x, x) - 1) < 1e-12
        score('procrustes', x, x, new Procrustes.Settings(Procrustes.Form.ANGULAR)) < 1e-7
        score('procrustes', x, x, new Procrustes.Settings(Procrustes.Form.DISTANCE)) < 1e-7 * length
        fromGrams('procrustes', x, x, new Procrustes.Settings(Procrustes.Form.ANGULAR)).score() < 1e-7
        [0d, 0.5d, 1d].every { score('shape', x, x, new Shape.Settings(it)) < 1e-7 }
        Math.abs(score('regression', x, x) - 1) < 1e-12
        [0d, 1e-6d, 1d].every { def found = score('gulp', x, x, new Gulp.Settings(it)); found >= 0 && found < 1e-11 }
        Math.abs(score('eigenspace-overlap', x, x) - 1) < 1e-12

        where:
        kind << ['random', 'rank-deficient', 'wide', 'offset', 'dead', 'decaying']
    }

    def "two wide layers are found alike without an arc cosine of more than 1"() {
        given:
        def x = uniform(300, 120, 1)

        expect:
        score('procrustes', x, rotated(x), new Procrustes.Settings(Procrustes.Form.ANGULAR)) < 1e-7
        score('procrustes', x, rotated(x)) <= 1
        score('shape', x, rotated(x), new Shape.Settings(0d)) < 1e-7
    }

    def "scaling one side moves no measure but distances that are meant to see it: #measure"() {
        given:
        def (x, y) = of('decaying')

        expect:
        close(score(measure, x.scale(10), y), score(measure, x, y), 1e-9)

        where:
        measure << METRICS.keySet()
    }

    def "similarity, angle and distance of procrustes are one another's"() {
        given:
        def (x, y) = of(kind)
        def (lengthX, lengthY) = [centred(x).normF(), centred(y).normF()]

        when:
        def (similarity, angle, distance) = Procrustes.Form.values().collect { score('procrustes', x, y, new Procrustes.Settings(it)) }
        def normalised = score('procrustes', x.scale(1 / lengthX), y.scale(1 / lengthY), new Procrustes.Settings(Procrustes.Form.DISTANCE))

        then:
        close(similarity, Math.cos(angle), 1e-12)
        close(normalised**2, 2 - 2 * similarity, 1e-12)
        close(distance**2, lengthX**2 + lengthY**2 - 2 * similarity * lengthX * lengthY, 1e-12)

        where:
        kind << ['random', 'correlated', 'wide', 'dead']
    }

    def "gulp, shape and regression are functions of the canonical correlations where all directions count alike"() {
        given: 'both of full rank'
        def (x, y) = of('correlated')
        def rho = basis(centred(x)).transpose().mult(basis(centred(y))).svd(true).getSingularValues()

        expect:
        close(score('gulp', x, y, new Gulp.Settings(0d)), 7 + 5 - 2 * rho.sum { it**2 }, 1e-10)
        close(score('shape', x, y, new Shape.Settings(0d)), Math.acos(rho.sum() / Math.sqrt(7 * 5)), 1e-10)
        close(score('shape', x, y, new Shape.Settings(1d)), score('procrustes', x, y, new Procrustes.Settings(Procrustes.Form.ANGULAR)), 1e-10)
        close(score('regression', x, basis(centred(y))), rho.sum { it**2 } / 5, 1e-10)
    }

    def "the overlap of eigenspaces comes from canonical correlations without centring"() {
        given:
        def (x, y) = of(kind)
        def rho = basis(x).transpose().mult(basis(y)).svd(true).getSingularValues()

        expect:
        close(score('eigenspace-overlap', x, y), rho.sum { it**2 } / Math.max(basis(x).numCols, basis(y).numCols), 1e-9)

        where:
        kind << ['random', 'correlated', 'rank-deficient', 'offset', 'dead']
    }

    def "a mean of nothing but rounding adds no direction"() {
        given: 'centred and of rank 3 in 7 units'
        def (x, y) = of('rank-deficient').collect { centred(it) }

        expect:
        close(score('eigenspace-overlap', x, y), score('gulp', x, y, new Gulp.Settings(0d)) / -6 + 1, 1e-9)
    }

    def "debiased CKA is what the formula of HSIC gives without centring"() {
        given:
        def (x, y) = of('correlated')
        def (k, l) = [x, y].collect { side ->
            def gram = side.mult(side.transpose())
            60.times { gram.set(it, it, 0) }
            return gram
        }

        expect:
        close(score('cka-debiased', x, y), hsic(k, l) / Math.sqrt(hsic(k, k) * hsic(l, l)), 1e-10)
        close(score('cka-debiased', x.plus(5), y.plus(-3)), score('cka-debiased', x, y), 1e-10)
    }

    def "three samples are refused beforehand, with the number"() {
        given:
        def few = new RecordingDescription('conv1', 'sum', 5, 3)

        when:
        METRICS.'cka-debiased'.describe(settings('cka-debiased'), few, few)

        then:
        def refusal = thrown(Refusal)
        refusal.message == 'debiased CKA needs at least 4 samples, there are 3'

        when:
        score('cka-debiased', uniform(3, 5, 1), uniform(3, 5, 2))

        then:
        def failure = thrown(StageFailure)
        failure.message == refusal.message
    }

    def "constant layers are a failure from Gram matrices too"() {
        when:
        fromGrams('cka', SimpleMatrix.filled(9, 2, 0.1d), uniform(9, 2, 1))

        then:
        def failure = thrown(StageFailure)
        failure.message == 'all 2 units of x are constant over the 9 samples: there is nothing to correlate'
    }

    def "the smaller evidence is asked for: #samples samples of #units units"() {
        given:
        def recording = new RecordingDescription('fc6', 'sum', units, samples)

        expect:
        ['cka', 'cka-debiased', 'procrustes'].every { METRICS[it].evidence(settings(it), recording, recording) == evidence }

        where:
        samples | units || evidence
        1000    | 1000  || Evidence.GRAM
        1000    | 707   || Evidence.MOMENTS
        1000    | 708   || Evidence.GRAM
        100000  | 512   || Evidence.MOMENTS
    }

    def "a task is given moments or Gram matrices, and makes the same of them"() {
        given:
        def (x, y) = of('correlated')
        def run = { Map given ->
            def inputs = new Inputs(given.collect { slot, value -> new Inputs.Input(slot, [:], value) })
            METRICS.cka.run(settings('cka'), inputs, context).byName().correlation
        }

        when:
        def fromMoments = run(moments: moments(x, y))
        def fromGrams = run(x: gram(x), y: gram(y))

        then:
        close(fromMoments.score(), fromGrams.score(), 1e-12)
        fromMoments.details() == [deadX: 0d, deadY: 0d]
        [fromMoments, fromGrams].every { [it.metric(), it.samples(), it.unitsX(), it.unitsY()] == ['cka', 60, 7, 5] }
    }

    def "a result tells the dead, the ranks and the conditions"() {
        given:
        def details = measure('gulp', *of('dead')).details()

        expect:
        details.keySet().toList() == ['deadX', 'deadY', 'rankX', 'rankY', 'conditionX', 'conditionY']
        [details.deadX, details.deadY, details.rankX, details.rankY] == [1, 1, 6, 4]
        def singular = centred(of('dead')[0]).svd(true).getSingularValues()
        close(details.conditionX, singular[0] / singular[5], 1e-9)
    }

    def "few samples, a bad condition and dead units are warned of"() {
        given:
        def warned = Mock(StageContext)
        def (x, y) = of('dead').collect { it.rows(0, 10) }

        when:
        METRICS.gulp.correlate(settings('gulp'), moments(x.mult(SimpleMatrix.diag(1, 1, 1, 1, 1, 1, 1e-5)), y), warned)

        then:
        1 * warned.warn('dead units of x: 1 of 7; they take no part')
        1 * warned.warn('dead units of y: 1 of 5; they take no part')
        1 * warned.warn('only 10 samples for 10 directions of both sides: some directions coincide whatever the networks; take more images')
        1 * warned.warn({ it =~ /^the activations of x have condition \d\.\de\+05: from moments the result is right to about \de-\d\d$/ })
    }

    def "every measure says what it is"() {
        expect:
        METRICS.values().every { it.definition().texts().keySet() == ['definition', 'centring', 'tolerance', 'divisor', 'degenerate input'] as Set }
    }

    def "which way a measure grows depends on its form"() {
        expect:
        METRICS.findAll { name, metric -> metric.direction(settings(name)) == Direction.DISTANCE }.keySet() == ['shape', 'gulp'] as Set
        METRICS.procrustes.direction(new Procrustes.Settings(form)) == direction

        where:
        form                       || direction
        Procrustes.Form.SIMILARITY || Direction.SIMILARITY
        Procrustes.Form.ANGULAR    || Direction.DISTANCE
        Procrustes.Form.DISTANCE   || Direction.DISTANCE
    }

    private static Record settings(String name) {
        switch (name) {
            case 'procrustes': return new Procrustes.Settings(Procrustes.Form.SIMILARITY)
            case 'shape': return new Shape.Settings(1d)
            case 'regression': return new Regression.Settings(Regression.Predictor.X)
            case 'gulp': return new Gulp.Settings(0d)
            default: return METRICS[name].settings().getDeclaredConstructor().newInstance()
        }
    }

    private Similarity measure(String name, SimpleMatrix x, SimpleMatrix y, Record settings = settings(name)) {
        METRICS[name].correlate(settings, moments(x, y), context)
    }

    private double score(String name, SimpleMatrix x, SimpleMatrix y, Record settings = settings(name)) {
        measure(name, x, y, settings).score()
    }

    private Similarity fromGrams(String name, SimpleMatrix x, SimpleMatrix y, Record settings = settings(name)) {
        METRICS[name].correlate(settings, gram(x), gram(y), context)
    }

    private static Gram gram(SimpleMatrix x) {
        GramMatrix.of(samples(x))
    }

    private static SimpleMatrix centred(SimpleMatrix x) {
        x.minus(SimpleMatrix.filled(x.numRows, x.numRows, 1d / x.numRows).mult(x))
    }

    /** Left singular vectors within the rank. */
    private static SimpleMatrix basis(SimpleMatrix x) {
        def svd = x.svd(true)
        svd.getU().cols(0, svd.getSingularValues().findAll { it > 1e-6 * svd.getSingularValues()[0] }.size())
    }

    private static SimpleMatrix rotated(SimpleMatrix x) {
        x.mult(uniform(x.numCols, x.numCols, 9).svd().getU()).scale(3)
    }

    private static double hsic(SimpleMatrix k, SimpleMatrix l) {
        def n = k.numRows
        def ones = SimpleMatrix.filled(n, 1, 1)
        def (rowsK, rowsL) = [k.mult(ones), l.mult(ones)]
        k.elementMult(l).elementSum() + rowsK.elementSum() * rowsL.elementSum() / ((n - 1) * (n - 2)) - 2 / (n - 2) * rowsK.dot(rowsL)
    }

    private static boolean close(double found, double expected, double tolerance) {
        Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected))
    }
}

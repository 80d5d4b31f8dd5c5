package org.repframework.plugin.svcca

import static org.repframework.plugin.svcca.PlantedActivations.uniform

import org.ejml.simple.SimpleMatrix
import org.repframework.numerics.FrequencyMomentAccumulator
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.ImageShape
import org.repframework.spi.StageContext
import spock.lang.Specification

/** Canonical correlations of Fourier transforms, one analysis a frequency. */
class FrequenciesSpecification extends Specification {

    static final VARIANCE = Truncation.Share.VARIANCE
    static final SHAPE = new ImageShape(4, 6, 3)

    def context = Stub(StageContext)

    def "#measure of complex units by #settings is that of complex arithmetic in numpy: #expected"() {
        given:
        def (x, y) = ComplexActivations.planted()

        when:
        def result = measure.correlate(settings, ComplexActivations.moments(x, y), context)

        then:
        measure.comparesFrequencies(settings)
        Math.abs(result.score() - expected) < 1e-12

        and: 'every direction is there twice, and none is cut in half'
        [result.keptX(), result.keptY()] == kept.collect { 2 * it }
        result.rho().size() == 2 * kept.min()

        where:
        measure     | settings                           | kept   | expected
        new Cca()   | new Cca.Settings()                 | [3, 4] | 0.7617963967004219
        new CcaR2() | new CcaR2.Settings()               | [3, 4] | 0.5897357567497382
        new Svcca() | new Svcca.Settings(0.7d, VARIANCE) | [1, 3] | 0.7177382643514969
        new Svcca() | new Svcca.Settings(0.9d, VARIANCE) | [2, 3] | 0.7226614639717404
        new Svcca() | new Svcca.Settings(0.99d, VARIANCE) | [3, 4] | 0.7617963967004221
    }

    def "the correlation of one unit with one is |c| / sqrt(cx cy)"() {
        given:
        def (x, y) = ComplexActivations.planted()
        def unit = { side, column -> side.collect { it.cols(column, column + 1) } }

        when:
        def moments = ComplexActivations.moments(unit(x, 0), unit(y, 1))
        def c = Math.hypot(moments.xy().at(0, 0), moments.xy().at(0, 1))
        def expected = c / Math.sqrt(moments.xx().at(0, 0) * moments.yy().at(0, 0))

        then:
        Math.abs(new Cca().correlate(new Cca.Settings(), moments, context).score() - expected) < 1e-14
        Math.abs(expected - 0.32570963822723104) < 1e-14
    }

    def "weights by units, sums and products of correlations are not those of complex units: #measure"() {
        expect:
        !measure.comparesFrequencies(settings)

        where:
        measure      | settings
        new Pwcca()  | new Pwcca.Settings(Pwcca.Weights.X)
        new Wilks()  | new Wilks.Settings()
        new Pillai() | new Pillai.Settings()
    }

    def "a layer and itself shifted around, with its channels mixed, are alike at every frequency and not position by position"() {
        given:
        def x = layer(200)
        def y = x.collect { mixed(shifted(it, 1, 2)) }

        expect:
        values(moments(x, y)).every { Math.abs(it - 1) < 1e-9 }

        and: 'the shift alone also for SVCCA, which the mixture would change'
        values(moments(x, x.collect { shifted(it, 3, 5) }), new Svcca(), new Svcca.Settings(0.9d, VARIANCE)).every { Math.abs(it - 1) < 1e-9 }

        and: 'the same positions compared'
        positions(x, y) < 0.9
        Math.abs(positions(x, x) - 1) < 1e-9
    }

    def "a shift around changes no score of two layers"() {
        given:
        def x = layer(200)
        def y = x.indexed().collect { i, image ->
            (0..<image.length).collect { image[it] + 0.5 * x[(i + 7) % 200][it] + 0.4 * Math.sin(i * it) } as double[]
        }

        when:
        def scores = values(moments(x, y))
        def shifted = values(moments(x, y.collect { shifted(it, 2, 3) }))

        then:
        scores.every { it > 0.1 && it < 0.999 }
        [scores, shifted].transpose().every { a, b -> Math.abs(a - b) < 1e-9 }
    }

    private List<Double> values(FrequencyMoments moments, measure = new Cca(), settings = new Cca.Settings()) {
        moments.frequencies().indices.collect { measure.correlate(settings, moments.at(it), context).score() }
    }

    private double positions(List<double[]> x, List<double[]> y) {
        def samples = { images -> new SimpleMatrix(images.collectMany { image ->
            (0..<SHAPE.height() * SHAPE.width()).collect { image[3 * it..<3 * it + 3] as double[] }
        } as double[][]) }
        new Cca().correlate(new Cca.Settings(), PlantedActivations.moments(samples(x), samples(y)), context).score()
    }

    private static FrequencyMoments moments(List<double[]> x, List<double[]> y) {
        new FrequencyMomentAccumulator(SHAPE, SHAPE).withCloseable { sums ->
            [x, y].transpose().each { a, b -> sums.add(1, a, b) }
            sums.result()
        }
    }

    /** Images of 4 x 6 positions and 3 channels. */
    private static List<double[]> layer(int images) {
        def values = uniform(images, SHAPE.size(), 5).getDDRM().data
        (0..<images).collect { Arrays.copyOfRange(values, it * SHAPE.size(), (it + 1) * SHAPE.size()) }
    }

    private static double[] shifted(double[] image, int down, int across) {
        def (height, width, channels) = [SHAPE.height(), SHAPE.width(), SHAPE.channels()]
        (0..<image.length).collect {
            def (row, column) = [it.intdiv(width * channels), it.intdiv(channels) % width]
            image[((row + down) % height * width + (column + across) % width) * channels + it % channels]
        } as double[]
    }

    private static double[] mixed(double[] image) {
        (0..<image.length).collect {
            def first = it - it % 3
            image[it] + 2 * image[first + (it + 1) % 3] - 0.5 * image[first]
        } as double[]
    }
}

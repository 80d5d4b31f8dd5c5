package org.repframework.plugin.similarity

import org.repframework.spi.StageContext
import spock.lang.Specification

/** The measures of complex units, which they meet in real form, against complex arithmetic in numpy. */
class ComplexUnitsSpecification extends Specification {

    def "#measure of complex units by #settings is #expected"() {
        given:
        def (x, y) = ComplexActivations.planted()

        when:
        def result = measure.correlate(settings, ComplexActivations.moments(x, y), Stub(StageContext))

        then:
        measure.comparesFrequencies(settings)
        Math.abs(result.score() - expected) < 1e-12

        where:
        measure          | settings                                                | expected
        new LinearCka()  | new LinearCka.Settings()                                | 0.32302595387311595
        new Procrustes() | new Procrustes.Settings(Procrustes.Form.SIMILARITY)     | 0.5874609521574566
        new Procrustes() | new Procrustes.Settings(Procrustes.Form.ANGULAR)        | 0.942878594743922
        new Regression() | new Regression.Settings(Regression.Predictor.X)         | 0.5610072123726588
        new Shape()      | new Shape.Settings(0d)                                  | 0.8503302067412601
        new Shape()      | new Shape.Settings(0.3d)                                | 0.9002626881295602
    }

    def "#measure does not compare frequencies, since real form would change its score"() {
        expect:
        !measure.comparesFrequencies(settings)

        where:
        measure                 | settings
        new Procrustes()        | new Procrustes.Settings(Procrustes.Form.DISTANCE)
        new Gulp()              | new Gulp.Settings(0d)
        new DebiasedCka()       | new DebiasedCka.Settings()
        new EigenspaceOverlap() | new EigenspaceOverlap.Settings()
    }
}

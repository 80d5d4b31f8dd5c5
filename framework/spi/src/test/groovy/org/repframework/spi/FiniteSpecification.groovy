package org.repframework.spi

import spock.lang.Specification

/** NaN and infinity do not travel from stage to stage. */
class FiniteSpecification extends Specification {

    def 'moments of #value are refused, whichever matrix they are in'() {
        given:
        def matrices = (0..6).collect { Matrix.row(it == at ? value : 1d) }

        when:
        new JointMoments(10, *matrices)

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 1 and 1 units are NaN or infinite'

        where:
        [value, at] << [[Double.NaN, Double.POSITIVE_INFINITY], 0..6].combinations()
    }

    def 'moments are of at least one sample'() {
        when:
        new JointMoments(0, *((0..6).collect { Matrix.row(1d) }))

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 0 samples'
    }

    def 'correlations of #value are refused'() {
        when:
        new CorrelationMatrix('own', Matrix.row(0.5d, value), 10, [], [])

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == "correlations by 'own' are NaN or infinite"

        where:
        value << [Double.NaN, Double.NEGATIVE_INFINITY]
    }

    def 'a canonical correlation of NaN is refused'() {
        when:
        new CanonicalCorrelations('own', score, rho, 10, 1, 1, 1, 1, 1, 1)

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == "the score $score of 'own' or its rho $rho is NaN or infinite"

        where:
        score      | rho
        Double.NaN | [0.5d]
        0.5d       | [Double.NaN]
    }
}

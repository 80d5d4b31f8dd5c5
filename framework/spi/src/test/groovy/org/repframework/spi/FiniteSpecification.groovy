package org.repframework.spi

import spock.lang.Specification

/** NaN and infinity do not travel from stage to stage. */
class FiniteSpecification extends Specification {

    def 'moments of #value are refused, whichever matrix they are in'() {
        given:
        def matrices = (0..10).collect { Matrix.row(it == at ? value : 1d) }

        when:
        new JointMoments(10, *matrices[0..6], new LengthMoments(1, 1, 1, *matrices[7..10]))

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 1 and 1 units are NaN or infinite'

        where:
        [value, at] << [[Double.NaN, Double.POSITIVE_INFINITY], 0..10].combinations()
    }

    def 'moments are of at least one sample'() {
        given:
        def one = Matrix.row(1d)

        when:
        new JointMoments(0, *([one] * 7), new LengthMoments(1, 1, 1, *([one] * 4)))

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 0 samples'
    }

    def 'a sum of squared lengths that is #value is refused'() {
        given:
        def one = Matrix.row(1d)

        when:
        new JointMoments(10, *([one] * 7), new LengthMoments(1, value, 1, *([one] * 4)))

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'moments of 1 and 1 units are NaN or infinite'

        where:
        value << [Double.NaN, Double.POSITIVE_INFINITY]
    }

    def 'a similarity of NaN is refused, and so is one of its details'() {
        when:
        new Similarity('own', score, 10, 1, 1, [rankX: detail])

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == message

        where:
        score      | detail     || message
        Double.NaN | 1d         || "the score of 'own' is NaN"
        0.5d       | Double.NaN || "rankX of 'own' is NaN"
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
        new CanonicalCorrelations('own', score, rho, 10, 1, 1, 0, 0, 1, 1, 1, 1)

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == "the score $score of 'own' or its rho $rho is NaN or infinite"

        where:
        score      | rho
        Double.NaN | [0.5d]
        0.5d       | [Double.NaN]
    }
}

package org.repframework.spi

import spock.lang.Specification

class TraitsSpecification extends Specification {

    def 'a strong trait implies the weaker ones'() {
        expect:
        Trait.values().findAll { Traits.of(declared).hold(it) } == held

        where:
        declared           || held
        Trait.SYMMETRIC    || [Trait.SYMMETRIC]
        Trait.TRANSLATION  || [Trait.TRANSLATION]
        Trait.UNIT_SCALING || [Trait.ISOTROPIC_SCALING, Trait.UNIT_SCALING]
        Trait.ROTATION     || [Trait.PERMUTATION, Trait.ROTATION]
        Trait.LINEAR_MAP   || [Trait.PERMUTATION, Trait.ISOTROPIC_SCALING, Trait.UNIT_SCALING, Trait.ROTATION, Trait.LINEAR_MAP]
    }

    def 'traits are told in words, a line each'() {
        expect:
        traits.lines() == lines

        where:
        traits                                                                   || lines
        Traits.NONE                                                              || []
        Traits.of(Trait.SYMMETRIC)                                               || ['symmetric in its two sides']
        Traits.of(Trait.ROTATION, Trait.TRANSLATION)                             || ['invariant to translation, rotation']
        Traits.of(Trait.SYMMETRIC, Trait.LINEAR_MAP).between(0, 1)               || ['symmetric in its two sides', 'invariant to invertible linear maps', '0 to 1']
        Traits.NONE.between(-0.5, Double.POSITIVE_INFINITY)                      || ['at least -0.5']
        Traits.NONE.between(Double.NEGATIVE_INFINITY, 1)                         || ['at most 1']
    }

    def 'a stage without a role that has traits promises nothing'() {
        expect:
        Traits.of(Stub(Evaluator)) == Traits.NONE
    }

    def 'an empty range is no range'() {
        when:
        Traits.NONE.between(1, 1)

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message == 'no range: 1.0 to 1.0'
    }
}

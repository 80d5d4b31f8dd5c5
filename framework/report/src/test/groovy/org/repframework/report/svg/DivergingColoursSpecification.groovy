package org.repframework.report.svg

import spock.lang.Specification

class DivergingColoursSpecification extends Specification {

    def "zero is white, and equal distances from it are equal steps"() {
        expect:
        DivergingColours.rgb(DivergingColours.level(0, 1)).toList() == [255, 255, 255]
        DivergingColours.level(0.3, 1) - DivergingColours.level(0, 1) == DivergingColours.level(0, 1) - DivergingColours.level(-0.3, 1)
    }

    def "what lies beyond the range takes its end, what is no number the middle"() {
        expect:
        DivergingColours.level(value, range) == level

        where:
        value                    | range || level
        7                        | 1     || 254
        -7                       | 1     || 0
        Double.NaN               | 1     || 127
        Double.POSITIVE_INFINITY | 1     || 254
        0                        | 0     || 127
    }
}

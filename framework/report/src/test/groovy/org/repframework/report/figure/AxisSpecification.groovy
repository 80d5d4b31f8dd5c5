package org.repframework.report.figure

import spock.lang.Specification

class AxisSpecification extends Specification {

    def "marks stand at round numbers from #low to #high"() {
        expect:
        Axis.widened('', low, high, 5).ticks()*.label() == labels

        where:
        low   | high    || labels
        0     | 1       || ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']
        0.31  | 0.70    || ['0.3', '0.4', '0.5', '0.6', '0.7']
        -0.2  | 1       || ['-0.2', '0.0', '0.2', '0.4', '0.6', '0.8', '1.0']
        0     | 1000    || ['0', '200', '400', '600', '800', '1000']
        0     | 0.01    || ['0.000', '0.002', '0.004', '0.006', '0.008', '0.010']
        0     | 0.00001 || ['0', '2e-6', '4e-6', '6e-6', '8e-6', '1e-5']
        0     | 3e8     || ['0', '5e7', '1e8', '1.5e8', '2e8', '2.5e8', '3e8']
    }

    def "counted things have no marks between them"() {
        expect:
        Axis.whole('', 0, 3, 10).ticks()*.label() == ['0', '1', '2', '3']
        Axis.whole('', 1, 10, 5).ticks()*.label() == ['2', '4', '6', '8', '10']
    }

    def "marks close together keep their digits"() {
        expect:
        Axis.widened('', 0.7d, 0.7000001d, 5).ticks()*.label().unique().size() == 6
        Axis.widened('', 1e9d, 1e9d + 1, 5).ticks()*.label().unique().size() == 6
    }

    def "an axis holds all that is to be drawn, however small its range: #low to #high"() {
        given:
        var axis = Axis.widened('', low, high, 5)

        expect:
        axis.low() <= low
        axis.high() >= high
        axis.low() < axis.high()
        axis.ticks().size() in 2..12

        where:
        low    | high
        0      | 0
        5      | 5
        -2     | -2
        0.7    | 0.7000001
        1e-300 | 2e-300
        -1e300 | 1e300
        1e9    | 1e9 + 1
    }
}

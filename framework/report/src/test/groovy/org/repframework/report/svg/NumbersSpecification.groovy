package org.repframework.report.svg

import spock.lang.Specification

class NumbersSpecification extends Specification {

    def "numbers for people have four significant digits: #value"() {
        expect:
        Numbers.brief(value) == text

        where:
        value         || text
        0d            || '0'
        -0.0d         || '0'
        0.123456d     || '0.1235'
        0.5d          || '0.5'
        12.3456d      || '12.35'
        123456d       || '123456'
        123456.7d     || '123500'
        0.0000123456d || '1.235e-5'
        1.5e12d       || '1.5e12'
        -3.14159d     || '-3.142'
        Double.NaN    || 'NaN'
    }

    def "coordinates have at most two decimals"() {
        expect:
        [0d, 1.005d, 2.5d, -3.25d, 100d, 0.001d, -0.004d].collect { Numbers.coordinate(it) } ==
                ['0', '1', '2.5', '-3.25', '100', '0', '0']
    }

    def "thousands are set apart"() {
        expect:
        [0L, 999L, 1000L, 1234567L, -1000L].collect { Numbers.count(it).replace('\u202F', '_') } ==
                ['0', '999', '1_000', '1_234_567', '-1_000']
    }
}

package org.repframework.report.svg

import spock.lang.Specification

class TextWidthSpecification extends Specification {

    def "a text that fits stays, a longer one ends in an ellipsis and fits then"() {
        given:
        var shortened = TextWidth.shorten('a rather long label', 12, 60)

        expect:
        TextWidth.shorten('short', 12, 60) == 'short'
        shortened.endsWith('…')
        'a rather long label'.startsWith(shortened - '…')
        TextWidth.of(shortened, 12) <= 60
    }

    def "a long title is broken at a space"() {
        expect:
        TextWidth.wrap('one two three', 10, TextWidth.of('one two', 10)) == ['one two', 'three']
        TextWidth.wrap('one', 10, 1) == ['one']
        TextWidth.wrap('one two', 10, 1) == ['one', 'two']
    }
}

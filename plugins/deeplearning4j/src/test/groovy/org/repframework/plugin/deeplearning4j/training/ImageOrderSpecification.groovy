package org.repframework.plugin.deeplearning4j.training

import spock.lang.Specification

class ImageOrderSpecification extends Specification {

    def "each epoch sees every image once, in an order of its own that the seed fixes"() {
        given:
        def order = new ImageOrder(42, 500)

        expect:
        order.epoch(0).toList().toSorted() == (0..<500).toList()
        order.epoch(3).toList().toSorted() == (0..<500).toList()
        order.epoch(3) == new ImageOrder(42, 500).epoch(3)
        order.epoch(3) != order.epoch(4)
        order.epoch(3) != new ImageOrder(43, 500).epoch(3)
    }

    def "an image is as likely to come first as any other"() {
        given:
        def order = new ImageOrder(7, 4)

        when:
        def counts = (0..<4000).countBy { order.epoch(it)[0] }

        then: 'four standard deviations'
        (0..3).every { Math.abs(counts[it] - 1000) < 110 }
    }
}

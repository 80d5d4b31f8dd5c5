package org.repframework.plugin.samples

import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class DistanceCorrelationSpecification extends Specification {

    def "it is what numpy computes of the published demo's data"() {
        expect:
        Math.abs(correlation(Demo.x(), Demo.y()) - 0.7992461851228552) < 1e-13
    }

    def "of two samples, and of a layer with itself, scaled, turned and shifted, it is 1"() {
        given:
        def x = Rows.gaussian(1, samples, 2)

        expect:
        Math.abs(correlation(x, x.map { [3 + 5 * it[1], 1 - 5 * it[0]] }) - 1) < 1e-13
        correlation(x, x) == 1

        where:
        samples << [2, 3, 50]
    }

    def "it sees a dependence without correlation"() {
        given:
        def x = new Rows((-50..50).collect { [it / 50d] })

        expect:
        correlation(x, x.map { [it[0] * it[0]] }) > 0.4
    }

    def "equal samples have no correlation"() {
        when:
        correlation(Demo.x(), Demo.y().map { [7d] })

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith('all samples of y are equally far apart')
    }

    private double correlation(Rows x, Rows y) {
        new DistanceCorrelation().correlate(new DistanceCorrelation.Settings(), x, y, Stub(StageContext)).score()
    }
}

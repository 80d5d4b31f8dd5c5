package org.repframework.report.exhibit

import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import spock.lang.Specification

class MatchedOrderSpecification extends Specification {

    def "units stand by falling correlation, their partners below them, those left over last"() {
        given:
        var matching = new Matching('bipartite', [pair(0, 3, 0.2), pair(2, 0, 0.9)], matrix(3, 4))

        expect:
        with(MatchedOrder.of(matching)) {
            rows().toList() == [2, 0, 1]
            columns().toList() == [0, 3, 1, 2]
            left() == 2
        }
    }

    def "a partner of several units stands once for each of them"() {
        given:
        var matching = new Matching('semi', [pair(0, 1, 0.5), pair(1, 1, 0.8), pair(2, 0, 0.6)], matrix(3, 3))

        expect:
        with(MatchedOrder.of(matching)) {
            rows().toList() == [1, 2, 0]
            columns().toList() == [1, 0, 1, 2]
            left() == 1
        }
    }

    def "equal correlations keep the order of the units"() {
        given:
        var matching = new Matching('bipartite', [pair(0, 2, 0.5), pair(1, 0, 0.5), pair(2, 1, 0.5)], matrix(3, 3))

        expect:
        MatchedOrder.of(matching).rows().toList() == [0, 1, 2]
    }

    private static Matching.Pair pair(int unit, int partner, double correlation) {
        new Matching.Pair(unit, partner, correlation)
    }

    private static CorrelationMatrix matrix(int p, int q) {
        new CorrelationMatrix('pearson', Matrix.of(p, q, new double[p * q]), 10L, [], [])
    }
}

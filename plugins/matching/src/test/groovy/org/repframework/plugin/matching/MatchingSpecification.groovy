package org.repframework.plugin.matching

import org.repframework.plugin.matching.SemiMatching.Direction
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Matching
import org.repframework.spi.Matching.Pair
import org.repframework.spi.Matrix
import org.repframework.spi.Plugin
import org.repframework.spi.StageContext
import spock.lang.Specification

class MatchingSpecification extends Specification {

    def context = Stub(StageContext)

    def "the plugin is found and offers its matchers"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'matching' }.stages()*.name() == ['semi', 'bipartite']
    }

    def "a hidden permutation is found"() {
        given:
        def partners = (0..<60).toList().shuffled(new Random(1))
        def random = new Random(2)
        def correlation = correlation((0..<60).collect { unit ->
            (0..<60).collect { it == partners[unit] ? 0.5 + random.nextDouble() / 2 : random.nextDouble() - 0.5 }
        })

        expect:
        semi(correlation).pairs()*.partner() == partners
        bipartite(correlation).pairs()*.partner() == partners
        semi(correlation, Direction.Y).pairs()*.partner() == (0..<60).collect { partners.indexOf(it) }
    }

    def "semi-matching may take a unit twice, bipartite matching may not"() {
        given:
        def correlation = correlation([[0.9, 0.2], [0.8, 0.7]])

        when:
        def semi = semi(correlation)
        def bipartite = bipartite(correlation)

        then:
        semi.pairs() == [new Pair(0, 0, 0.9), new Pair(1, 0, 0.8)]
        bipartite.pairs() == [new Pair(0, 0, 0.9), new Pair(1, 1, 0.7)]
        Math.abs(semi.scores().semi - 0.85) < 1e-15
        Math.abs(bipartite.scores().bipartite - 0.8) < 1e-15
        semi.correlation() == correlation
    }

    def "the best sum is not the best first choice"() {
        expect:
        bipartite(correlation([[0.9, 0.8], [0.8, 0.1]])).pairs()*.partner() == [1, 0]
    }

    def "in direction y the units of y choose, and the matching is over the transposed matrix"() {
        given:
        def correlation = correlation([[0.1, 0.9, 0.3], [0.2, 0.4, 0.5]], [], [2])

        when:
        def matching = semi(correlation, Direction.Y)

        then:
        matching.pairs() == [new Pair(0, 1, 0.2), new Pair(1, 0, 0.9), new Pair(2, 1, 0.5)]
        matching.correlation().values() == correlation.values().transposed()
        [matching.correlation().deadX(), matching.correlation().deadY()] == [[2], []]
    }

    def "the smaller side is matched whole"() {
        given:
        def rows = [[0.1, 0.9, 0.3], [0.2, 0.8, 0.5]]

        expect:
        bipartite(correlation(rows)).pairs() == [new Pair(0, 1, 0.9), new Pair(1, 2, 0.5)]
        bipartite(correlation(rows.transpose())).pairs() == [new Pair(1, 0, 0.9), new Pair(2, 1, 0.5)]
    }

    def "a dead unit is paired at 0 and counts in the mean"() {
        given:
        def correlation = correlation([[0, 0], [0, 0.6]], [0], [0])

        expect:
        semi(correlation).pairs() == [new Pair(0, 0, 0), new Pair(1, 1, 0.6)]
        bipartite(correlation).pairs() == [new Pair(0, 0, 0), new Pair(1, 1, 0.6)]
        semi(correlation).scores() == [semi: 0.3]
    }

    def "negative correlations count only where their absolute value is asked for"() {
        given:
        def correlation = correlation([[-0.9, 0.2], [0.3, -0.8]])

        expect:
        bipartite(correlation).pairs() == [new Pair(0, 1, 0.2), new Pair(1, 0, 0.3)]
        semi(correlation).pairs() == [new Pair(0, 1, 0.2), new Pair(1, 0, 0.3)]
        [bipartite(correlation, true), semi(correlation, Direction.X, true)].every {
            it.pairs() == [new Pair(0, 0, 0.9), new Pair(1, 1, 0.8)] && it.correlation().metric() == 'absolute pearson'
        }
    }

    def "semi-matching from the narrower side is at least as good as bipartite matching"() {
        given:
        def random = new Random(3)
        def correlation = correlation((0..<20).collect { (0..<30).collect { random.nextDouble() * 2 - 1 } })

        expect:
        semi(correlation).scores().semi >= bipartite(correlation).scores().bipartite
    }

    private Matching semi(CorrelationMatrix correlation, Direction direction = Direction.X, boolean absolute = false) {
        new SemiMatching().match(new SemiMatching.Settings(direction, absolute), correlation, context)
    }

    private Matching bipartite(CorrelationMatrix correlation, boolean absolute = false) {
        new BipartiteMatching().match(new BipartiteMatching.Settings(absolute), correlation, context)
    }

    private static CorrelationMatrix correlation(List<List> rows, List deadX = [], List deadY = []) {
        def values = Matrix.of(rows.size(), rows[0].size(), rows.flatten() as double[])
        new CorrelationMatrix('pearson', values, 100, deadX, deadY)
    }
}

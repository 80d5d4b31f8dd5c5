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

    def warnings = []
    def context = Stub(StageContext) {
        warn(_) >> { String text -> warnings << text }
    }

    def "the plugin is found and offers its matchers"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'matching' }.stages()*.name() ==
                ['semi', 'bipartite', 'greedy', 'mutual', 'soft', 'semi-test', 'bipartite-test']
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

    def "greedy matching takes the largest first and is at most as good as the best assignment"() {
        expect:
        greedy(correlation([[0.9, 0.8], [0.8, 0.1]])).pairs() == [new Pair(0, 0, 0.9), new Pair(1, 1, 0.1)]
        (1..20).every { seed ->
            def random = random(15, 11 + seed % 9, seed)
            def matching = greedy(random)
            assert matching.pairs()*.partner().toUnique().size() == Math.min(15, 11 + seed % 9)
            assert matching.pairs() == greedyByHand(random)
            matching.score() <= bipartite(random).score() + 1e-15
        }
    }

    def "of equal correlations greedy matching takes the first unit and the first partner"() {
        expect:
        greedy(correlation([[0.5, 0.5], [0.5, 0.5]])).pairs() == [new Pair(0, 0, 0.5), new Pair(1, 1, 0.5)]
    }

    def "mutual partners are those that choose each other; their share is the score"() {
        given: 'units 0 and 1 want partner 0, which wants unit 0; unit 2 wants partner 1, which wants unit 1'
        def matching = mutual(correlation([[0.9, 0.2, 0.1], [0.8, 0.7, 0], [0, 0.1, -0.2]], [], []))

        expect:
        matching.pairs() == [new Pair(0, 0, 0.9)]
        matching.scores() == [mutual: 1 / 3d]
        mutual(correlation([[0.9, 0.2], [0.8, 0.7], [0, 0.1]])).score() == 1 / 3d
        mutual(correlation([[0.9, 0.2], [0.3, 0.7], [0, 0.1]])).score() == 2 / 3d
    }

    def "dead units are nobody's best partner, and without any pair the score is 0"() {
        when:
        def matching = mutual(correlation([[0, 0], [0, 0]], [0, 1], [0, 1]))

        then:
        matching.pairs() == []
        matching.scores() == [mutual: 0d]
        warnings == ["no two units are each other's best partner"]
    }

    def "soft matching is bipartite matching where the sides are equally wide"() {
        expect:
        (1..10).every { seed ->
            def correlation = random(23, 23, seed)
            def matching = soft(correlation)
            assert matching.pairs()*.share().every { it == 1 }
            assert matching.pairs() == bipartite(correlation).pairs()
            Math.abs(matching.score() - bipartite(correlation).score()) < 1e-15
        }
    }

    def "soft matching splits units, and the score is the sum over the plan"() {
        given: 'both units of x are like the first of three of y'
        def matching = soft(correlation([[0.9, 0.3, 0], [0.8, 0, 0.4]]))

        expect: 'a third of the weight for each of y, a half for each of x'
        matching.pairs() == [new Pair(0, 0, 0.9, 1 / 3d), new Pair(0, 1, 0.3, 2 / 3d), new Pair(1, 0, 0.8, 1 / 3d),
                             new Pair(1, 2, 0.4, 2 / 3d)]
        Math.abs(matching.score() - (0.9d + 0.3d * 2 + 0.8d + 0.4d * 2) / 6) < 1e-15
    }

    def "no transport plan of a #p x #q matrix is better"() {
        expect: 'that of the assignment in which each unit stands as often as the other side has units'
        (1..5).every { seed ->
            def small = random(p, q, seed)
            def copies = correlation((0..<p * q).collect { i ->
                (0..<p * q).collect { j -> small.values().at(i.intdiv(q), j.intdiv(p)) }
            })
            def matching = soft(small)
            assert (0..<p).every { i ->
                Math.abs(matching.pairs().findAll { it.unit() == i }*.share().sum() - 1) < 1e-12
            }
            assert (0..<q).every { j ->
                Math.abs(matching.pairs().findAll { it.partner() == j }*.share().sum() - p / q) < 1e-12
            }
            assert matching.pairs().size() <= p + q - 1
            Math.abs(matching.score() - bipartite(copies).score()) < 1e-12
        }

        where:
        p | q
        1 | 1
        1 | 4
        4 | 1
        3 | 5
        6 | 4
        7 | 8
    }

    def "soft matching exchanges its sides without changing its score"() {
        given:
        def correlation = random(9, 14, 1)

        expect:
        Math.abs(soft(correlation).score() - soft(Correlations.transposed(correlation)).score()) < 1e-15
    }

    def "a matching of absolute correlations is one of the absolute matrix"() {
        given:
        def correlation = random(8, 8, 1)
        def absolute = Correlations.absolute(correlation)

        expect:
        new GreedyMatching().match(new GreedyMatching.Settings(true), correlation, context) == greedy(absolute)
        new MutualMatching().match(new MutualMatching.Settings(true), correlation, context) == mutual(absolute)
        new SoftMatching().match(new SoftMatching.Settings(true), correlation, context) == soft(absolute)
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

    private Matching greedy(CorrelationMatrix correlation) {
        new GreedyMatching().match(new GreedyMatching.Settings(false), correlation, context)
    }

    private Matching mutual(CorrelationMatrix correlation) {
        new MutualMatching().match(new MutualMatching.Settings(false), correlation, context)
    }

    private Matching soft(CorrelationMatrix correlation) {
        new SoftMatching().match(new SoftMatching.Settings(false), correlation, context)
    }

    private static List<Pair> greedyByHand(CorrelationMatrix correlation) {
        def values = correlation.values()
        def entries = [0..<values.rows(), 0..<values.columns()].combinations { i, j -> new Pair(i, j, values.at(i, j)) }
        def pairs = []
        entries.sort { -it.correlation() }.each { entry ->
            if (pairs.every { it.unit() != entry.unit() && it.partner() != entry.partner() }) {
                pairs << entry
            }
        }
        pairs.sort { it.unit() }
    }

    private static CorrelationMatrix random(int rows, int columns, long seed) {
        def random = new Random(seed)
        correlation((0..<rows).collect { (0..<columns).collect { random.nextDouble() * 2 - 1 } })
    }

    private static CorrelationMatrix correlation(List<List> rows, List deadX = [], List deadY = []) {
        def values = Matrix.of(rows.size(), rows[0].size(), rows.flatten() as double[])
        new CorrelationMatrix('pearson', values, 100, deadX, deadY)
    }
}

package org.repframework.plugin.subspacematch

import static org.repframework.plugin.subspacematch.Layers.gaussian
import static org.repframework.plugin.subspacematch.Layers.mixtures
import static org.repframework.plugin.subspacematch.Layers.moments

import org.repframework.spi.Plugin
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.SubspaceMatch
import org.repframework.spi.SubspaceMatch.Group
import spock.lang.Specification

class SubspaceMatchSpecification extends Specification {

    def warnings = []
    def context = Stub(StageContext) {
        seed(_) >> 5
        warn(_) >> { String text -> warnings << text }
    }

    def "the plugin is found and offers its matchers"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'subspace-match' }.stages()*.name() ==
                ['maximum', 'minimal', 'simple']
    }

    def "planted groups that span the same subspaces are found exactly, by all three"() {
        given: 'groups of 2, 1 and 3 units a side, of each side 2 units of its own, and a dead one of x'
        def random = new Random(1)
        def x = []
        def y = []
        [2, 1, 3].each { size ->
            def signals = gaussian(size, 300, random)
            x.addAll(mixtures(size, signals, random))
            y.addAll(mixtures(size, signals, random))
        }
        x.addAll(gaussian(2, 300, random))
        y.addAll(gaussian(2, 300, random))
        x << new double[300]
        def evidence = moments(x, y)
        def groups = [new Group([0, 1], [0, 1]), new Group([2], [2]), new Group([3, 4, 5], [3, 4, 5])]

        when:
        def foundMaximum = maximum(evidence, 0.1)
        def foundMinimal = minimal(evidence, 0.1)
        def foundSimple = simple(evidence, 0.1)

        then:
        foundMaximum.groups() == [new Group([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5])]
        foundMaximum.scores() == [maximum: 12 / 17d]
        [foundMaximum.deadX(), foundMaximum.deadY(), foundMaximum.unitsX(), foundMaximum.unitsY()] == [[8], [], 9, 8]
        foundMinimal.groups() == [0, 0, 1, 2, 2, 2, 0, 0, 1, 2, 2, 2].collect { groups[it] }
        foundMinimal.scores() == [minimal: 5d]
        foundSimple.groups() as Set == groups as Set
        foundSimple.groups().size() == 3
        foundSimple.scores() == [simple: 4d]
        warnings.unique() == ['dead units of x: 1 of 9 are 0 on every sample; they match nothing and count in the number'
                + ' of units']
    }

    def "planted groups are found through noise, where epsilon is above the noise alone"() {
        given:
        def random = new Random(2)
        def (a, b, c, d) = gaussian(4, 2000, random)
        def (x, y) = [[a, b, c, d], [sum(a, b), sum(b, c), sum(c, d), sum(d, 3, a)]].collect { side ->
            side.collect { unit ->
                def noisy = unit.clone()
                Layers.add(noisy, 0.1 * Math.sqrt(Layers.dot(unit, unit) / 2000), gaussian(1, 2000, random)[0])
                noisy
            } + gaussian(3, 2000, random)
        }

        expect:
        maximum(moments(x, y), 0.5).groups() == [new Group([0, 1, 2, 3], [0, 1, 2, 3])]
        maximum(moments(x, y), 0.05).groups() == []
        maximum(moments(x, y), 0.05).score() == 0
    }

    def "the maximum match is that of least squares over the samples, #p and #q units, #n samples, epsilon #epsilon"() {
        expect:
        (1..6).every { seed ->
            def (x, y) = related(p, q, n, seed)
            def found = maximum(moments(x, y), epsilon)
            numbers(found, p) == Layers.maximumMatch(x, y, epsilon, 0..<(p + q))
        }

        where:
        p  | q  | n   | epsilon
        12 | 12 | 200 | 0.2
        12 | 12 | 200 | 0.3
        12 | 12 | 200 | 0.5
        20 | 9  | 200 | 0.35
        9  | 20 | 200 | 0.35
        25 | 25 | 20  | 0.05
        1  | 1  | 50  | 0.5
    }

    def "units that repeat or add others change no span"() {
        given:
        def (x, y) = related(10, 10, 100, 3)
        def sum = x[0].clone()
        Layers.add(sum, 2, x[1])
        def more = x + [x[2], sum, x[3].collect { -5 * it } as double[]]

        expect:
        [0.2d, 0.3d, 0.4d, 0.5d].every { epsilon ->
            numbers(maximum(moments(more, y), epsilon), 13) == Layers.maximumMatch(more, y, epsilon, 0..<23)
        }
    }

    def "minimal matches are those found by trying unit after unit"() {
        expect:
        (1..5).every { seed ->
            def (x, y) = related(7, 8, 100, seed)
            def analysis = Analysis.of(moments(x, y), 0.45, context)
            assert analysis.match().length > 2
            analysis.match().every { v ->
                def order = analysis.match().toList() - v
                def tried = shuffled(order, new SplittableRandom(seed))
                new MinimalMatch(analysis.maximum()).of(v, analysis.match(), new SplittableRandom(seed)).toList() ==
                        Layers.minimalMatch(x, y, 0.45, v, tried)
            }
        }
    }

    def "simple matches are matches, differ, hold no smaller one around their unit, and together are the maximum match"() {
        given:
        def (x, y) = related(8, 8, 100, seed)
        def evidence = moments(x, y)

        when:
        def groups = simple(evidence, 0.45, 4).groups().collect { it.x() + it.y()*.plus(8) }

        then:
        groups.size() > 1
        groups.toSet().size() == groups.size()
        groups.every { Layers.maximumMatch(x, y, 0.45, it) == it }
        groups.flatten().toUnique().sort() == numbers(maximum(evidence, 0.45), 8)

        and: 'none is the union of smaller ones'
        groups.every { group ->
            groups.findAll { it != group && group.containsAll(it) }.flatten().toUnique().size() < group.size()
        }

        where:
        seed << [1, 2, 3]
    }

    def "with more orders there are at least as many simple matches"() {
        given:
        def (x, y) = related(8, 8, 100, 1)
        def evidence = moments(x, y)

        expect:
        simple(evidence, 0.45, 6).groups().containsAll(simple(evidence, 0.45, 1).groups())
    }

    def "a layer matches itself whole at epsilon 0, each unit with itself"() {
        given:
        def x = offset(gaussian(6, 50, new Random(1)), shift)
        def evidence = moments(x, x)

        expect:
        maximum(evidence, 0).score() == 1
        simple(evidence, 0).groups() as Set == (0..5).collect { new Group([it], [it]) } as Set
        minimal(evidence, 0).score() == 2

        where:
        shift << [0, 3]
    }

    def "a layer and its invertible mixture match whole at epsilon 0, another layer not at all"() {
        given:
        def random = new Random(1)
        def x = gaussian(6, 50, random)

        expect:
        maximum(moments(x, mixtures(6, x, random)), 0).score() == 1
        maximum(moments(x, gaussian(6, 50, random)), 0).score() == 0
    }

    def "at epsilon 1 everything matches but the dead"() {
        given:
        def random = new Random(1)
        def x = gaussian(5, 50, random) + [new double[50]]

        expect:
        maximum(moments(x, gaussian(4, 50, random)), 1).score() == 9 / 10d
    }

    def "activations are not centred"() {
        given: 'units that share nothing but their mean'
        def random = new Random(1)
        def (x, y) = [offset(gaussian(4, 400, random), 10), offset(gaussian(4, 400, random), 10)]

        expect:
        maximum(moments(x, y), 0.2).score() == 1
        maximum(moments(offset(x, -10), offset(y, -10)), 0.2).score() == 0
    }

    def "what unrelated units reach is known beforehand and warned of"() {
        given: 'ReLU units of unrelated networks'
        def random = new Random(1)
        def (x, y) = (1..2).collect {
            gaussian(30, 150, random).collect { unit -> unit.collect { Math.max(0, it) } as double[] }
        }

        when:
        def found = maximum(moments(x, y), 0.5)

        then: 'by shuffling the samples'
        def drawn = (1..20).collectMany { shuffledDistances(x, y, new Random(it)) }.sort()
        Math.abs(found.chance() - drawn[drawn.size().intdiv(2)]) < 0.01
        found.chance() > 0.6
        warnings == ['no unit is within 0.5 of the other side\'s span']

        when:
        def much = maximum(moments(x, y), 0.9)

        then:
        much.score() == 1
        warnings[-1].startsWith('epsilon is 0.9, but when samples are permuted the median unit is within 0.')
    }

    def "fewer samples than units: everything matches, and the warning says why"() {
        given:
        def random = new Random(1)
        def found = maximum(moments(gaussian(30, 20, random), gaussian(30, 20, random)), 0.1)

        expect:
        found.score() == 1
        found.chance() < 1e-5
        warnings == ['epsilon is 0.1, but when samples are permuted the median unit is within 0.000 of the other side\'s'
                + ' span: unrelated units match as well; take a smaller epsilon or more images']
    }

    def "one side dead: nothing matches"() {
        given:
        def found = maximum(moments(gaussian(3, 20, new Random(1)), [new double[20]] * 2), 0.5)

        expect:
        found.score() == 0
        found.groups() == []
        found.deadY() == [0, 1]
        warnings.size() == 2
    }

    def "one sample is refused"() {
        when:
        maximum(moments([[1d] as double[]], [[2d] as double[]]), 0.5)

        then:
        thrown(StageFailure)
    }

    /** Distances, as shares of their lengths, of all units from the other side's span after the samples of y moved. */
    private static List<Double> shuffledDistances(List<double[]> x, List<double[]> y, Random random) {
        def order = (0..<x[0].length).toList().shuffled(random)
        def moved = y.collect { unit -> order.collect { unit[it] } as double[] }
        def vectors = UnitVectors.of(moments(x, moved))
        def spanY = new Span(vectors.yy(), vectors.yx(), 0..<y.size() as int[], 0..<x.size() as int[])
        def spanX = new Span(vectors.xx(), vectors.xy(), 0..<x.size() as int[], 0..<y.size() as int[])
        x.indices.collect { Math.sqrt(spanY.distance(it)) } + y.indices.collect { Math.sqrt(spanX.distance(it)) }
    }

    /** Units that are mixtures of few signals of falling strength and noise of their own; their means are not 0. */
    private static List related(int p, int q, int n, long seed) {
        def random = new Random(seed)
        def signals = gaussian(3, n, random)
        [p, q].collect { units ->
            def side = mixtures(units, signals, random)
            side.each { unit ->
                Layers.add(unit, 0.8d * random.nextDouble(), gaussian(1, n, random)[0])
                Layers.add(unit, random.nextDouble(), [1d] * n as double[])
            }
        }
    }

    /** As the matcher shuffles (Durstenfeld). */
    private static List<Integer> shuffled(List<Integer> units, SplittableRandom random) {
        for (def i = units.size() - 1; i > 0; i--) {
            units.swap(i, random.nextInt(i + 1))
        }
        units
    }

    private static double[] sum(double[] unit, double times = 1, double[] other) {
        def sum = unit.clone()
        Layers.add(sum, times, other)
        sum
    }

    private static List<double[]> offset(List<double[]> units, double by) {
        units.collect { unit -> unit.collect { it + by } as double[] }
    }

    private static List<Integer> numbers(SubspaceMatch match, int p) {
        match.groups().collectMany { it.x() + it.y()*.plus(p) }
    }

    private SubspaceMatch maximum(evidence, double epsilon) {
        new Maximum().correlate(new Maximum.Settings(epsilon), evidence, context)
    }

    private SubspaceMatch minimal(evidence, double epsilon) {
        new Minimal().correlate(new Minimal.Settings(epsilon), evidence, context)
    }

    private SubspaceMatch simple(evidence, double epsilon, int orders = 3) {
        new Simple().correlate(new Simple.Settings(epsilon, orders), evidence, context)
    }
}

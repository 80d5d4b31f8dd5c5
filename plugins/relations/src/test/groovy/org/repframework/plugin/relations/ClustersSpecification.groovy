package org.repframework.plugin.relations

import static org.repframework.plugin.relations.SparsePredictionSpecification.moments
import static org.repframework.plugin.relations.SparsePredictionSpecification.random

import org.repframework.plugin.relations.UnitGraph.Negative
import org.repframework.spi.Clustering
import org.repframework.spi.JointMoments
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class ClustersSpecification extends Specification {

    /** Twelve samples of four units of x and three of y. */
    static final X = [[1, -6, -1, -9], [1, -3, -9, 3], [-7, -7, -8, -4], [1, -2, 2, -8], [8, 5, -9, -9], [-2, -4, 5, -8],
                      [2, -5, -6, 7], [9, 9, 2, -9], [-8, 8, 9, -7], [7, 1, 7, -5], [-2, -9, 7, 0], [1, 7, 7, 3]]
    static final Y = [[1, 2, 0], [-2, 5, 8], [-1, 5, -8], [6, 7, -4], [0, 9, -4], [8, -8, 1], [7, -9, 7], [4, -4, 7],
                      [-5, -1, 3], [8, 8, -1], [-8, 6, 2], [-5, 3, 3]]

    def context = Mock(StageContext)

    def "planted blocks across both layers are recovered exactly, #name, clusters: #clusters"() {
        given: 'four sources; each unit is one of them, of either sign, scaled and with noise'
        def sourceOfX = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 0]
        def sourceOfY = [3, 3, 2, 0, 1, 0, 2, 1, 1]

        when:
        def clustering = cluster(name, planted(sourceOfX, sourceOfY), clusters)

        then:
        clustering.clusters() == sourceOfX + sourceOfY
        clustering.count() == 4
        clustering.unitsX() == 11
        clustering.scores() == [clusters: 4d, shared: 1d]
        0 * context.warn(_)

        where:
        name       | clusters
        'spectral' | 0
        'spectral' | 4
        'average'  | 0
        'complete' | 4
        'ward'     | 0
    }

    def "a block of one layer alone is not shared"() {
        when:
        def clustering = spectral(planted([0, 0, 1, 1, 2, 2], [0, 1, 0, 1]), 3)

        then:
        clustering.clusters() == [0, 0, 1, 1, 2, 2, 0, 1, 0, 1]
        clustering.scores() == [clusters: 3d, shared: 0.8d]
    }

    def "opposite units share a cluster unless negative correlations count nothing"() {
        given:
        def source = random(300, 2, 4)
        def noise = random(300, 8, 5)
        def signs = [1, -1, 1, -1]
        def units = { int from -> (0..<300).collect { i -> (0..<4).collect { signs[it] * source[i][it.intdiv(2)] + noise[i][from + it] / 5 } } }
        def moments = moments(units(0), units(4))

        expect:
        spectral(moments, 0, Negative.ABSOLUTE).clusters() == [0, 0, 1, 1, 0, 0, 1, 1]
        spectral(moments, 0, Negative.ZERO).clusters() == [0, 1, 2, 3, 0, 1, 2, 3]
    }

    def "the merges are those of scipy's linkage at 1 - |correlation|, #linkage"() {
        when:
        def clustering = hierarchical(moments(doubles(X), doubles(Y)), linkage, 3)

        then: 'scipy 1.x, scipy.cluster.hierarchy.linkage'
        clustering.merges().collect { [it.first(), it.second()] as Set } == pairs*.toSet()
        [clustering.merges()*.height(), heights].transpose().every { found, expected -> Math.abs(found - expected) < 1e-12 }

        where:
        linkage          | pairs                                                    | heights
        Linkage.AVERAGE  | [[5, 6], [0, 4], [3, 7], [1, 2], [8, 9], [10, 11]]       | [0.45571698391277, 0.56419422156702, 0.67942392957623, 0.71497737978523, 0.81536976537379, 0.84026305197208]
        Linkage.COMPLETE | [[5, 6], [0, 4], [1, 2], [3, 9], [8, 10], [7, 11]]       | [0.45571698391277, 0.56419422156702, 0.71497737978523, 0.82478277444962, 0.93595916500736, 0.97286184968595]
        Linkage.WARD     | [[5, 6], [0, 4], [1, 2], [3, 7], [8, 9], [10, 11]]       | [0.45571698391277, 0.56419422156702, 0.71497737978523, 0.76349173592483, 0.99448860409368, 1.07907467804304]
    }

    def "a tree is cut where so many clusters are left"() {
        expect:
        hierarchical(moments(doubles(X), doubles(Y)), Linkage.AVERAGE, clusters).clusters() == expected

        where:
        clusters || expected
        1        || [0, 0, 0, 0, 0, 0, 0]
        2        || [0, 1, 1, 0, 0, 0, 0]
        3        || [0, 1, 1, 2, 0, 2, 2]
        7        || [0, 1, 2, 3, 4, 5, 6]
    }

    def "units that hardly fall into clusters are warned of"() {
        when: 'numpy has the eigenvalues 0, .450, .515, .603, .687, .787, .914: of the gaps after 2 and 3 the second is larger'
        def clustering = spectral(moments(doubles(X), doubles(Y)))

        then:
        clustering.count() == 3
        1 * context.warn('the units hardly fall into clusters: the largest eigengap is that of a single one')
    }

    def "a dead unit is in no cluster, is stated, and stays in the denominator"() {
        given:
        def (x, y) = samples([0, 1, 0, 1], [0, 1, 0])
        x = x.collect { [it[0], 8d, it[1], it[2], it[3]] }

        when:
        def clustering = cluster(name, moments(x, y))

        then:
        clustering.clusters() == [0, -1, 1, 0, 1, 0, 1, 0]
        clustering.scores().shared == 7 / 8d
        clustering.merges().every { it.first() != 1 && it.second() != 1 }
        1 * context.warn('dead units of x: 1 of 5; they are in no cluster')

        where:
        name << ['spectral', 'average']
    }

    def "more clusters than units are refused with the numbers"() {
        when:
        stage.describe(settings, new RecordingDescription('a', 'sum', 3, 9), new RecordingDescription('b', 'sum', 2, 9))

        then:
        def refusal = thrown(Refusal)
        refusal.message == 'clusters is 6, but there are 3 + 2 units'

        where:
        stage                      | settings
        new SpectralClusters()     | new SpectralClusters.Settings(6, Negative.ABSOLUTE)
        new HierarchicalClusters() | new HierarchicalClusters.Settings(Linkage.WARD, 6)
    }

    def "more clusters than living units are a failure"() {
        when:
        spectral(moments(random(50, 2, 1).collect { it + [0d] }, random(50, 2, 2)), 5)

        then:
        def failure = thrown(StageFailure)
        failure.message == 'clusters is 5, but only 4 units live'
    }

    def "one unit a side is one cluster"() {
        expect:
        cluster(name, moments(random(50, 1, 3), random(50, 1, 4))).clusters() == [0, 0]

        where:
        name << ['spectral', 'average']
    }

    private Clustering cluster(String name, JointMoments moments, int clusters = 0) {
        name == 'spectral' ? spectral(moments, clusters) : hierarchical(moments, Linkage.valueOf(name.toUpperCase()), clusters)
    }

    private Clustering spectral(JointMoments moments, int clusters = 0, Negative negative = Negative.ABSOLUTE) {
        new SpectralClusters().correlate(new SpectralClusters.Settings(clusters, negative), moments, context)
    }

    private Clustering hierarchical(JointMoments moments, Linkage linkage, int clusters = 0) {
        new HierarchicalClusters().correlate(new HierarchicalClusters.Settings(linkage, clusters), moments, context)
    }

    private static JointMoments planted(List<Integer> sourceOfX, List<Integer> sourceOfY) {
        def (x, y) = samples(sourceOfX, sourceOfY)
        moments(x, y)
    }

    private static List<List<List<Double>>> samples(List<Integer> sourceOfX, List<Integer> sourceOfY) {
        def sources = random(400, 4, 1)
        def random = new Random(2)
        def units = { List<Integer> of ->
            def factors = of.collect { Math.exp(random.nextGaussian()) * (random.nextBoolean() ? 1 : -1) }
            sources.collect { source -> (0..<of.size()).collect { factors[it] * (source[of[it]] + 0.6 * random.nextGaussian()) } }
        }
        [units(sourceOfX), units(sourceOfY)]
    }

    private static List<List<Double>> doubles(List<List<Integer>> rows) {
        rows.collect { row -> row.collect { it as double } }
    }
}

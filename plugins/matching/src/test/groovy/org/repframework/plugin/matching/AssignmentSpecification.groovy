package org.repframework.plugin.matching

import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching
import org.jgrapht.graph.DefaultWeightedEdge
import org.jgrapht.graph.SimpleWeightedGraph
import org.repframework.spi.Matrix
import org.repframework.spi.StageContext
import spock.lang.Specification

class AssignmentSpecification extends Specification {

    def context = Stub(StageContext)

    def "no assignment of a #rows x #columns matrix has a larger sum"() {
        expect:
        (1..8).every { seed ->
            def weights = random(rows, columns, seed, levels)
            def found = Assignment.ofLargestSum(weights, context)
            assert isAssignment(found, weights)
            Math.abs(sum(found, weights) - bruteForce(weights)) < 1e-12
        }

        where:
        rows | columns | levels
        1    | 1       | 0
        1    | 5       | 0
        5    | 1       | 0
        3    | 3       | 0
        6    | 6       | 0
        4    | 7       | 0
        7    | 4       | 0
        6    | 6       | 3
        4    | 7       | 2
    }

    def "a second solver finds the same sum for #rows x #columns"() {
        given:
        def weights = random(rows, columns, 1, levels)

        when:
        def found = Assignment.ofLargestSum(weights, context)

        then:
        isAssignment(found, weights)
        Math.abs(sum(found, weights) - secondSolver(weights)) < 1e-9

        where:
        rows | columns | levels
        50   | 50      | 0
        30   | 50      | 0
        50   | 30      | 0
        50   | 50      | 4
    }

    def "ties are broken the same way every time"() {
        expect:
        Assignment.ofLargestSum(random(40, 40, 1, 2), context) == Assignment.ofLargestSum(random(40, 40, 1, 2), context)
    }

    def "what is not a number cannot be assigned"() {
        when:
        Assignment.ofLargestSum(Matrix.of(1, 2, 0, Double.NaN), context)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == 'an entry of the 1x2 matrix is NaN'
    }

    /** Entries from a few levels have many ties; 0: from the normal distribution. */
    private static Matrix random(int rows, int columns, long seed, int levels) {
        def random = new Random(seed)
        Matrix.of(rows, columns, (0..<rows * columns).collect {
            levels == 0 ? random.nextGaussian() : random.nextInt(levels)
        } as double[])
    }

    private static boolean isAssignment(int[] columns, Matrix weights) {
        def taken = columns.findAll { it != Assignment.NONE }
        columns.length == weights.rows() && taken.toUnique().size() == taken.size()
                && taken.size() == Math.min(weights.rows(), weights.columns())
    }

    private static double sum(int[] columns, Matrix weights) {
        (0..<columns.length).sum { columns[it] == Assignment.NONE ? 0 : weights.at(it, columns[it]) }
    }

    private static double bruteForce(Matrix weights) {
        weights.rows() > weights.columns() ? bruteForce(weights.transposed()) : best(weights, 0, 0)
    }

    private static double best(Matrix weights, int row, int taken) {
        if (row == weights.rows()) {
            return 0
        }
        (0..<weights.columns()).findAll { !(taken & (1 << it)) }
                .collect { weights.at(row, it) + best(weights, row + 1, taken | (1 << it)) }.max()
    }

    private static double secondSolver(Matrix weights) {
        def size = Math.max(weights.rows(), weights.columns())
        def graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge)
        def (rows, columns) = ['row', 'column'].collect { side -> (0..<size).collect { side + it } }
        (rows + columns).each { graph.addVertex(it) }
        for (i in 0..<size) {
            for (j in 0..<size) {
                def real = i < weights.rows() && j < weights.columns()
                graph.setEdgeWeight(graph.addEdge(rows[i], columns[j]), real ? -weights.at(i, j) : 0)
            }
        }
        -new KuhnMunkresMinimalWeightBipartitePerfectMatching(graph, rows as Set, columns as Set).matching.weight
    }
}

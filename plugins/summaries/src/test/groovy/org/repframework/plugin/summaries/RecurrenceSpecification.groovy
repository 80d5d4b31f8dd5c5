package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.matching

import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Matrix
import org.repframework.spi.Refusal
import org.repframework.spi.Scores
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Table
import spock.lang.Specification

class RecurrenceSpecification extends Specification {

    def context = Mock(StageContext)

    def "planted features are counted in as many networks as have them"() {
        given: 'three networks of two units: the first feature is in all, the second in networks 1 and 3'
        def labels = [[layer: 'conv1', x: 1, y: 2], [layer: 'conv1', x: 1, y: 3], [layer: 'conv1', x: 2, y: 3]]

        expect:
        recurrence(labels, [
            correlations([[0.1d, 0.9d], [0.3d, 0.2d]]),
            correlations([[0.8d, 0.1d], [0.2d, 0.7d]]),
            correlations([[0.1d, 0.2d], [0.9d, 0.3d]])
        ]) == new Table(['layer', 'recurrence', 'units', 'share'], [
            ['conv1', 0L, 1d, 1 / 6d], ['conv1', 1L, 2d, 2 / 6d], ['conv1', 2L, 3d, 3 / 6d]
        ])
    }

    def "a best partner that prefers another is none, nor is one at the threshold"() {
        expect: 'the second unit of x would take the first of y, which takes the first of x'
        recurrence([[x: 1, y: 2]], [correlations([[0.9d, 0.6d], [0.8d, 0.5d]])], 0.55).rows() == [[0L, 2d, 0.5d], [1L, 2d, 0.5d]]
        recurrence([[x: 1, y: 2]], [correlations([[0.9d, 0.6d], [0.8d, 0.5d]])], 0.9).rows()[1] == [1L, 0d, 0d]
    }

    def "layers are told apart, a matching stands for its correlations, and the columns are known beforehand"() {
        given:
        def labels = [[layer: 'conv1', x: 'a', y: 'b'], [layer: 'conv2', x: 'a', y: 'b']]

        when:
        def table = recurrence(labels, [matching([0.9d, 0.8d]), matching([0.9d, 0.1d])])

        then:
        table.rows() == [['conv1', 0L, 0d, 0d], ['conv1', 1L, 4d, 1d], ['conv2', 0L, 2d, 0.5d], ['conv2', 1L, 2d, 0.5d]]
        new Recurrence().describe(new Recurrence.Settings(0.5), labels).columns() == table.columns()
    }

    def "networks that are not all compared once are refused: #message"() {
        when:
        new Recurrence().describe(new Recurrence.Settings(0.5), labels)

        then:
        def refusal = thrown(Refusal)
        refusal.message == message

        where:
        labels                                     || message
        [[x: 1, y: 2], [x: 2, y: 3]]               || 'no row of {} is of the networks 1 and 3; every two networks need one row'
        [[x: 1, y: 2], [x: 2, y: 1]]               || 'row 2 {x=2, y=1} is of one network, or of two that another row is of; every two networks need one row'
        [[x: 1, y: 1]]                             || 'row 1 {x=1, y=1} is of one network, or of two that another row is of; every two networks need one row'
        [[layer: 'conv1', x: 1]]                   || "row 1 has no label 'y' to say which network it is of"
    }

    def "a row without correlations, or of another number of units, is a failure"() {
        when:
        recurrence([[x: 1, y: 2], [x: 1, y: 3], [x: 2, y: 3]], artifacts)

        then:
        def failure = thrown(StageFailure)
        failure.message == message

        where:
        artifacts                                                      || message
        [new Scores([cka: 1d])] * 3                                    || 'the row {x=1, y=2} must hold one matching or correlation matrix'
        [matching([0.9d]), matching([0.9d]), matching([0.9d, 0.9d])]   || 'the row {x=2, y=3} has 2 units of x, another row 1 of the same network'
    }

    private Table recurrence(List<Map<String, Object>> labels, List<Artifact> artifacts, double threshold = 0.5) {
        UnitArtifacts.summarise(new Recurrence(), new Recurrence.Settings(threshold), context, labels, artifacts.collect { [it] })
    }

    private static CorrelationMatrix correlations(List<List<Double>> rows) {
        new CorrelationMatrix('pearson', Matrix.of(rows.size(), rows[0].size(), rows.flatten() as double[]), 100, [], [])
    }
}

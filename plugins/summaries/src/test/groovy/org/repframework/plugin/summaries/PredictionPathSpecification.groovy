package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.matching
import static org.repframework.plugin.summaries.UnitArtifacts.prediction

import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Table
import spock.lang.Specification

class PredictionPathSpecification extends Specification {

    def context = Mock(StageContext)

    def "each penalty has a row with the means over the living units"() {
        expect:
        path([[layer: 'conv1']], [prediction([[0.5d, 0.5d, 0.5d], [0.2d, 0.3d, 0.5d]], [[0, 0, 0], [2, 5, 0]], [2])]) ==
                new Table(['layer', 'penalty', 'predictors', 'loss'], [['conv1', 1d, 0d, 0.5d], ['conv1', 0.5d, 3.5d, 0.25d]])
    }

    def "pairs are averaged penalty by penalty"() {
        when:
        def table = path([[layer: 'conv1', pair: 1], [layer: 'conv1', pair: 2]],
                [prediction([[0.5d], [0.25d]], [[0], [2]]), prediction([[0.5d], [0.125d]], [[0], [4]])], ['pair'])

        then:
        table.columns() == ['layer', 'penalty', 'rows', 'predictors', 'predictors sd', 'loss', 'loss sd']
        table.rows()*.getAt([0, 1, 2, 3, 5]) == [['conv1', 1d, 2L, 0d, 0.5d], ['conv1', 0.5d, 2L, 3d, 0.1875d]]
    }

    def "anything but one prediction is a failure"() {
        when:
        path([[layer: 'conv1']], [matching([0.5d])])

        then:
        def failure = thrown(StageFailure)
        failure.message == 'the row {layer=conv1} must hold one sparse prediction'
    }

    private Table path(List<Map<String, Object>> labels, List artifacts, List<String> over = []) {
        UnitArtifacts.summarise(new PredictionPath(), new PredictionPath.Settings(over), context, labels, artifacts.collect { [it] })
    }
}

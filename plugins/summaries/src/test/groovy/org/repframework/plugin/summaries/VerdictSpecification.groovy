package org.repframework.plugin.summaries

import static org.repframework.plugin.summaries.UnitArtifacts.matching
import static org.repframework.plugin.summaries.UnitArtifacts.prediction
import static org.repframework.plugin.summaries.UnitArtifacts.simple

import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Description
import org.repframework.spi.Inputs
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import org.repframework.spi.Prediction
import org.repframework.spi.Refusal
import org.repframework.spi.Scores
import org.repframework.spi.Seeds
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.SubspaceMatch
import org.repframework.spi.SubspaceMatch.Group
import org.repframework.spi.Table
import spock.lang.Specification

class VerdictSpecification extends Specification {

    def context = Mock(StageContext)

    def "the discoveries are those of Benjamini and Hochberg's own example"() {
        given: 'their 15 sorted p values; at q = 0.05 they reject the first 4'
        def pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
                       0.6528, 0.7590, 1.0000].collect { it as double }

        expect:
        FalseDiscoveries.threshold(pValues.reverse(), 0.05) == 0.0095d
        FalseDiscoveries.threshold([0.2d, 0.9d], 0.05) == -1
        FalseDiscoveries.threshold([0.04d, 0.045d], 0.05) == 0.045d
    }

    def "each unit has one fate, and the shares sum to 1"() {
        given: 'eight units of y'
        def tested = matching([0.9d, 0.8d, 0.3d, 0.7d, 0.6d, 0.2d, 0.1d, 0d], [0.001d, 0.001d, 0.001d, 0.5d, 0.6d, 0.9d, 0.9d, 1d], [7])
        def untrained = matching([0.1d, 0.2d, 0.3d, 0.4d, 0.1d, 0.1d, 0.1d, 0d])
        def losses = [[0.5d] * 8, [0.1d, 0.5d, 0.5d, 0.5d, 0.2d, 0.26d, 0.2d, 0.5d]]
        def predictors = [[0] * 8, [5, 0, 0, 0, 5, 5, 6, 0]]

        when: '0 and 1 are matched; 2 only as well as untrained units, 3 only by chance, but in a simple match; 4 is predicted'
        def table = verdict([tested, untrained, simple(8, [0, 3], [3]), prediction(losses, predictors, [7])])

        then:
        table == new Table(['layer', 'one-to-one', 'subspace', 'neither', 'dead'], [['conv1', 2 / 8d, 2 / 8d, 3 / 8d, 1 / 8d]])
    }

    def "the units of either network are judged, by their own places in the pairs and groups"() {
        given: 'three units of x and four of y: 0 with 3, 1 with 0; x 1, x 2 and y 1 in a simple match, y 2 predicted'
        def values = Matrix.of(3, 4, [0, 0, 0, 0.9, 0.8, 0, 0, 0, 0, 0.2, 0, 0] as double[])
        def correlation = new CorrelationMatrix('pearson', values, 100, [], [])
        def pairs = [new Matching.Pair(0, 3, 0.9d), new Matching.Pair(1, 0, 0.8d), new Matching.Pair(2, 1, 0.2d)]
        def tested = new Matching('bipartite', pairs, correlation, [0.01d, 0.5d, 0.9d])
        def shared = [tested, matching([0.1d]), new SubspaceMatch('simple', 0.3, [new Group([1, 2], [1])], 3, 4, [], [], 0.8, 3)]
        def ofX = prediction([[0.5d, 0.5d, 0.5d]], [[0, 0, 0]])
        def ofY = prediction([[0.5d, 0.5d, 0.1d, 0.5d]], [[0, 0, 2, 0]])

        when:
        def labels = [[layer: 'conv1', judged: 'x'], [layer: 'conv1', judged: 'y']]
        def table = UnitArtifacts.summarise(new Verdict(), settings(), context, labels, [shared + ofX, shared + ofY])

        then:
        table.rows() == [['conv1', 'x', 1 / 3d, 2 / 3d, 0d, 0d], ['conv1', 'y', 1 / 4d, 2 / 4d, 1 / 4d, 0d]]

        and: 'together they are the shares of the units of both networks, where these have equally many'
        def both = UnitArtifacts.summarise(new Verdict(), settings(over: ['judged']), context, labels, [shared + ofX, shared + ofY])
        both.rows()[0][2] == (1 / 3d + 1 / 4d) / 2

        and: 'without the label those of y'
        verdict(shared + ofY).rows() == [['conv1', 1 / 4d, 2 / 4d, 1 / 4d, 0d]]
    }

    def "a dead unit of #judged is dead whatever else is said of it"() {
        given:
        def correlation = new CorrelationMatrix('pearson', Matrix.of(2, 2, [0.9, 0, 0, 0] as double[]), 100, deadX, deadY)
        def tested = new Matching('bipartite', [new Matching.Pair(0, 0, 0.9d), new Matching.Pair(1, 1, 0d)], correlation, [0.01d, 1d])

        expect:
        UnitArtifacts.summarise(new Verdict(), settings(), context, [[judged: judged]], [[tested, matching([0.1d]), simple(2)]]).rows() ==
                [[judged, 0.5d, 0d, neither, dead]]

        where:
        judged | deadX | deadY || neither | dead
        'x'    | [1]   | []    || 0d      | 0.5d
        'y'    | [1]   | []    || 0.5d    | 0d
        'y'    | []    | [1]   || 0d      | 0.5d
    }

    def "a label that judges anything but x or y is refused before anything runs"() {
        given:
        def inputs = [Matching, Matching, Prediction].collect { new Inputs.Input<Description>('rows 1', [judged: 'z'], Description.of(it)) }

        when:
        new Verdict().describe(settings(), new Inputs<>(inputs), { 1L } as Seeds)

        then:
        def refusal = thrown(Refusal)
        refusal.message == "the row {judged=z} judges 'z'; it must be the units of 'x' or of 'y'"
    }

    def "the thresholds are settings: #changed"() {
        given:
        def tested = matching([0.9d, 0.45d, 0.35d, 0.1d], [0.01d, 0.01d, 0.04d, 0.8d])
        def untrained = [matching([0.1d, 0.2d, 0.3d, 0.4d]), matching([0.1d, 0.2d, 0.3d, 0.5d])]
        def predicted = prediction([[0.3d, 0.3d, 0.3d, 0.3d], [0.2d, 0.2d, 0.2d, 0.2d]], [[2] * 4, [7] * 4])

        expect:
        verdict([tested, *untrained, predicted], changed).rows()[0][1..2] == [oneToOne, subspace]

        where:
        changed                              || oneToOne | subspace
        [:]                                  || 0.25     | 0
        [untrained: 0.8]                     || 0.5      | 0
        [untrained: 0]                       || 0.5      | 0
        [untrained: 0, q: 0.06]              || 0.75     | 0
        [q: 0]                               || 0        | 0
        [loss: 0.3]                          || 0.25     | 0.75
        [predictors: 7]                      || 0.25     | 0.75
    }

    def "means and spread over pairs"() {
        given:
        def both = [matching([0.9d, 0.8d], [0.01d, 0.01d]), matching([0.1d, 0.1d]), simple(2)]
        def one = [matching([0.9d, 0.05d], [0.01d, 0.01d]), matching([0.1d, 0.1d]), simple(2, [1])]

        when:
        def table = UnitArtifacts.summarise(new Verdict(), settings(over: ['pair']), context,
                [[layer: 'conv1', pair: '1-2'], [layer: 'conv1', pair: '1-3']], [both, one])

        then:
        table.columns() == ['layer', 'rows', 'one-to-one', 'one-to-one sd', 'subspace', 'subspace sd', 'neither', 'neither sd', 'dead', 'dead sd']
        table.rows()[0][0..2] + table.rows()[0][4..4] == ['conv1', 2L, 0.75d, 0.25d]
    }

    def "too few draws to find anything are warned of"() {
        when:
        verdict([matching([0.9d, 0.1d, 0.1d], [0.04d, 0.5d, 0.5d]), matching([0.1d] * 3), simple(3)])

        then:
        1 * context.warn('no pair can be found with a p value of 0.04 unless enough of the 3 pairs have it: the permutations ' +
                'are too few for q 0.05')
    }

    def "a row without what it needs is refused before anything runs"() {
        given:
        def inputs = [Matching, Prediction].collect { new Inputs.Input<Description>('rows 1', [layer: 'conv1'], Description.of(it)) }

        when:
        new Verdict().describe(settings(), new Inputs<>(inputs), { 1L } as Seeds)

        then:
        def refusal = thrown(Refusal)
        refusal.message == "the row {layer=conv1} holds [Matching, Prediction]; it must hold one matching with p values, " +
                "match('bipartite-test', a, b), one or more without, of untrained networks, and a subspace match or a prediction"
    }

    def "a row with other artifacts than it needs is a failure: #message"() {
        when:
        verdict(artifacts)

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith(message)

        where:
        artifacts                                                                        || message
        [matching([0.1d]), matching([0.1d]), simple(1)]                                  || 'the row {layer=conv1} holds 0 matchings with p values, 2 without, 1 subspace matches and 0 predictions'
        [matching([0.1d], [0.1d]), matching([0.1d])]                                     || 'the row {layer=conv1} holds 1 matchings with p values, 1 without, 0 subspace matches and 0 predictions'
        [matching([0.1d], [0.1d]), matching([0.1d]), simple(2)]                          || 'the row {layer=conv1} holds a matching with 1 units of y and a subspace match of 2'
        [matching([0.1d], [0.1d]), matching([0.1d]), prediction([[0.5d, 0.5d]], [[0, 0]])] || 'the row {layer=conv1} holds a matching with 1 units of y and a prediction of 2'
        [new Scores([cka: 1d])]                                                          || 'the row {layer=conv1} holds a Scores'
    }

    private Table verdict(Map<String, ?> changed = [:], List<Artifact> artifacts) {
        UnitArtifacts.summarise(new Verdict(), settings(changed), context, [[layer: 'conv1']], [artifacts])
    }

    private Table verdict(List<Artifact> artifacts, Map<String, ?> changed) {
        verdict(changed, artifacts)
    }

    private static Verdict.Settings settings(Map<String, ?> changed = [:]) {
        def all = [q: 0.05, untrained: 0.95, predictors: 5, loss: 0.25, over: []] + changed
        new Verdict.Settings(all.q as double, all.untrained as double, all.predictors, all.loss as double, all.over)
    }
}

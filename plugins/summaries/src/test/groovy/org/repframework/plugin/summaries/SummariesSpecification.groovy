package org.repframework.plugin.summaries

import org.repframework.spi.Plugin
import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Summary.Row
import org.repframework.spi.Table
import spock.lang.Specification

class SummariesSpecification extends Specification {

    def context = Mock(StageContext)

    def "the plugin is found and offers its summaries"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'summaries' }.stages()*.name() ==
                ['table', 'mean', 'paired-difference', 'paired-mean', 'prediction-path', 'verdict', 'recurrence', 'layer-identification']
    }

    def "a table shows every row as it is"() {
        expect:
        table([
            new Row([layer: 'conv1', cut: 1], [accuracy: 0.5d, loss: 1.5d]),
            new Row([cut: 2, layer: 'conv1'], [loss: 1.25d, accuracy: 0.625d])
        ]) == new Table(['layer', 'cut', 'accuracy', 'loss'], [['conv1', 1L, 0.5d, 1.5d], ['conv1', 2L, 0.625d, 1.25d]])
    }

    def "headline scores of different names share a named column"() {
        expect:
        table([
            new Row([matching: 'one of many'], [semi: 0.5d, rows: 3d]),
            new Row([matching: 'one-to-one'], [bipartite: 0.25d])
        ], 'correlation') == new Table(['matching', 'correlation'], [['one of many', 0.5d], ['one-to-one', 0.25d]])
    }

    def "scores of different names without a common name are a failure that says what to do"() {
        when:
        summarise([new Row([pair: 1], [semi: 0.5d]), new Row([pair: 2], [bipartite: 0.25d])])

        then:
        def failure = thrown(StageFailure)
        failure.message == "row 2 has the scores [bipartite], row 1 has [semi]; name one column for the first score of " +
                "each row, for example score: 'score', and say in a label what it is"

        where:
        summarise << [{ table(it) }, { mean(it, ['pair']) }]
    }

    def "a label and a score of the same name are told apart"() {
        given:
        def rows = [new Row([svcca: 0.9d], [svcca: 0.5d])]

        when:
        table(rows)

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith("the rows have a label and a score called 'svcca'")
        table(rows, 'similarity') == new Table(['svcca', 'similarity'], [[0.9d, 0.5d]])
    }

    def "a mean runs over the rows that differ only in the labels averaged over"() {
        expect:
        mean([
            new Row([layer: 'conv2', pair: 1], [semi: 0.5d]),
            new Row([layer: 'conv1', pair: 1], [semi: 0.25d]),
            new Row([layer: 'conv2', pair: 2], [semi: 0.75d]),
            new Row([pair: 2, layer: 'conv1'], [semi: 0.25d]),
            new Row([layer: 'conv2', pair: 3], [semi: 1d])
        ], ['pair']) == new Table(['layer', 'rows', 'semi', 'semi sd'], [
            ['conv2', 3L, 0.75d, 0.25d],
            ['conv1', 2L, 0.25d, 0d]
        ])
    }

    def "several scores have a mean and a standard deviation each, over several labels"() {
        expect:
        mean([
            new Row([seed: 1, pair: 1], [accuracy: 1d, loss: 4d]),
            new Row([seed: 2, pair: 1], [accuracy: 3d, loss: 4d])
        ], ['pair', 'seed']) == new Table(['rows', 'accuracy', 'accuracy sd', 'loss', 'loss sd'],
                [[2L, 2d, Math.sqrt(2), 4d, 0d]])
    }

    def "one row a group has a mean and no standard deviation"() {
        when:
        def table = mean([new Row([layer: 'a', pair: 1], [semi: 0.5d]), new Row([layer: 'b', pair: 1], [semi: 1d])], ['pair'])

        then:
        table == new Table(['layer', 'rows', 'semi'], [['a', 1L, 0.5d], ['b', 1L, 1d]])
        0 * context.warn(_)
    }

    def "a group of one row among larger ones has an empty standard deviation"() {
        expect:
        mean([
            new Row([layer: 'a', pair: 1], [semi: 0.5d]),
            new Row([layer: 'a', pair: 2], [semi: 0.5d]),
            new Row([layer: 'b', pair: 1], [semi: 1d])
        ], ['pair']) == new Table(['layer', 'rows', 'semi', 'semi sd'], [['a', 2L, 0.5d, 0d], ['b', 1L, 1d, '']])
    }

    def "rows with different labels are refused"() {
        when:
        new TableSummary().describe(new TableSummary.Settings(''), [[layer: 'a'], [layer: 'a', pair: 1]])

        then:
        def refusal = thrown(Refusal)
        refusal.message == 'row 2 has the labels [layer, pair], row 1 has [layer]; all rows of a table need the same ones'
    }

    def "averaging over a label that the rows do not have is refused with those they have"() {
        when:
        new MeanSummary().describe(new MeanSummary.Settings(['pairs'], ''), [[pair: 1]])

        then:
        def refusal = thrown(Refusal)
        [refusal.subject(), refusal.value(), refusal.possible()] == ['over', 'pairs', ['pair']]
    }

    def "averaging over nothing is refused"() {
        when:
        new MeanSummary.Settings([], '')

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'over'
    }

    def "a label with the name of another column is refused"() {
        when:
        new MeanSummary().describe(new MeanSummary.Settings(['pair'], 'correlation'), [[pair: 1, (label): 2]])

        then:
        def refusal = thrown(Refusal)
        refusal.message == "no row can have the label '$label': the table has a column of that name"

        where:
        label << ['rows', 'correlation']
    }

    private Table table(List<Row> rows, String score = '') {
        new TableSummary().summarise(new TableSummary.Settings(score), rows, context)
    }

    private Table mean(List<Row> rows, List<String> over) {
        new MeanSummary().summarise(new MeanSummary.Settings(over, ''), rows, context)
    }
}

package org.repframework.plugin.summaries.paired

import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Summary.Row
import spock.lang.Specification

class PairedSpecification extends Specification {

    static final PAIRED_BY = ['split', 'direction', 'replica']

    def context = Mock(StageContext)

    def 'every row stands beside the base of its own data and seeds'() {
        when:
        def table = difference([
            network('base', 0, 1, 0.7), network('base', 0, 2, 0.5), network('AnB', 3, 2, 0.375), network('AnB', 3, 1, 0.75)
        ])

        then:
        table.columns() == ['split', 'direction', 'arm', 'layers', 'replica', 'accuracy', 'loss', 'base', 'difference', 'learned']
        table.rows()*.subList(2, 10) == [
            ['base', 0L, 1L, 0.7d, 1d, 0.7d, 0d, true],
            ['base', 0L, 2L, 0.5d, 1d, 0.5d, 0d, true],
            ['AnB', 3L, 2L, 0.375d, 1d, 0.5d, -0.125d, true],
            ['AnB', 3L, 1L, 0.75d, 1d, 0.7d, 0.75d - 0.7d, true]
        ]
    }

    def 'a network that guesses is flagged, at two hundredths below ln K and not before'() {
        when:
        def table = difference([network('base', 0, 1, 0.2, factor * Math.log(5))])

        then:
        table.rows()[0].last() == learned

        and: 'who it is stands in a warning'
        (learned ? 0 : 1) * context.warn(
                "did not learn: (split: 1, direction: A->B, arm: base, layers: 0, replica: 1, classes: 5), last training loss $loss; guessing among 5 classes gives 1.609".toString())

        where:
        factor || learned | loss
        0.979  || true    | ''
        0.981  || false   | '1.579'
        1.0    || false   | '1.609'
        1.5    || false   | '2.414'
    }

    def 'the mean of differences has the interval of Student\'s t, and the unpaired number beside it'() {
        given: 'differences 0.1, 0.2, 0.3 to bases that differ much more than that'
        def rows = [1: 0.2d, 2: 0.5d, 3: 0.65d].collectMany { replica, base ->
            [network('base', 0, replica, base), network('AnB', 3, replica, base + replica / 10)]
        }
        def alone = network('base', 0, 4, 0.85)

        when:
        def table = mean(rows + alone)

        then: 't(0.975, 2) = 4.302653, t(0.8, 2) = 1.060660, from printed tables; the standard error is 0.1 / sqrt 3'
        table.columns() == ['arm', 'layers', 'pairs', 'left out', 'accuracy', 'partner', 'difference', 'difference sd', 'interval', 'detectable', 'unpaired']
        table.rows()*.get(0) == ['base', 'AnB']
        table.rows()[0][2..3] + table.rows()[0][6..10] == [4L, 0L, 0d, 0d, 0d, 0d, 0d]
        def row = [table.columns(), table.rows()[1]].transpose().collectEntries()
        row.subMap('arm', 'layers', 'pairs', 'left out') == [arm: 'AnB', layers: 3L, pairs: 3L, 'left out': 0L]
        close(row.accuracy, 0.65)
        close(row.partner, 0.45)
        close(row.difference, 0.2)
        close(row['difference sd'], 0.1)
        close(row.interval, 4.302653 * 0.1 / Math.sqrt(3), 1e-6)
        close(row.detectable, (4.302653 + 1.060660) * 0.1 / Math.sqrt(3), 1e-6)
        close(row.unpaired, 0.65 - 0.55)
    }

    def 'a pair in which a network did not learn is left out, counted and warned of'() {
        given:
        def rows = (1..3).collectMany { replica ->
            [network('base', 0, replica, 0.5), network('AnB', 3, replica, 0.5 + replica / 8, replica == 3 ? Math.log(5) : 1d)]
        }

        when:
        def row = mean(rows).rows()[1]

        then:
        row[2..3] == [2L, 1L]
        close(row[6], 0.1875)
        1 * context.warn('(arm: AnB, layers: 3): 1 of 3 pairs left out, because a network of theirs did not learn')
    }

    def 'a group in which too few learned has no row, and a warning says so'() {
        given:
        def rows = (1..2).collectMany { replica ->
            [network('base', 0, replica, 0.5), network('BnB', 1, replica, 0.75),
             network('AnB', 3, replica, 0.5, replica == 2 ? Math.log(5) : 1d)]
        }

        when:
        def table = mean(rows)

        then:
        table.rows()*.get(0) == ['base', 'BnB']
        1 * context.warn('(arm: AnB, layers: 3): no mean, 1 of 2 pairs left out, because a network of theirs did not learn')
    }

    def 'arms of equal layers are compared with each other, for what is due to co-adaptation and to specificity'() {
        given:
        def rows = (1..2).collectMany { replica ->
            [network('base', 0, replica, 0.75)] + [1, 2].collectMany { layers ->
                [network('BnB', layers, replica, 0.75 - layers / 8), network('AnB', layers, replica, 0.75 - layers / 4)]
            }
        }

        when:
        def table = mean(rows, contrasts: ['BnB - base', 'AnB - BnB'])

        then:
        table.rows().collect { [it[0], it[1], it[6]] } == [
            ['BnB - base', 1L, -0.125d], ['BnB - base', 2L, -0.25d], ['AnB - BnB', 1L, -0.125d], ['AnB - BnB', 2L, -0.25d]
        ]
    }

    def 'one pair a group has a mean without an interval'() {
        expect:
        mean([network('base', 0, 1, 0.5), network('AnB', 3, 1, 0.75)]).columns() ==
                ['arm', 'layers', 'pairs', 'left out', 'accuracy', 'partner', 'difference', 'unpaired']
    }

    def 'the columns are known beforehand'() {
        given:
        def rows = [1, 2].collectMany { [network('base', 0, it, 0.5), network('AnB', 3, it, 0.75)] }

        expect:
        new PairedDifference().describe(differenceSettings(), rows*.labels()).columns() == difference(rows).columns()
        new PairedMean().describe(meanSettings(), rows*.labels()).columns() == mean(rows).columns()
    }

    def 'what cannot be paired is refused beforehand: #message'() {
        when:
        new PairedMean().describe(meanSettings(settings), rows*.labels())

        then:
        def refused = thrown(Refusal)
        refused.message == message

        where:
        settings                    | rows                                                          || message
        [:]                         | [network('AnB', 3, 1, 0.5), network('base', 0, 2, 0.5)]       || "row 1 (split: 1, direction: A->B, arm: AnB, layers: 3, replica: 1, classes: 5) needs one row of the arm 'base' to be compared with, equal in [split, direction, replica]; there are 0"
        [:]                         | [network('AnB', 3, 1, 0.5)] + [network('base', 0, 1, 0.5)] * 2 || "row 1 (split: 1, direction: A->B, arm: AnB, layers: 3, replica: 1, classes: 5) needs one row of the arm 'base' to be compared with, equal in [split, direction, replica]; there are 2"
        [:]                         | [network('base', 0, 1, 0.5)]                                  || 'all rows are of the arm [base]; there is nothing to compare it with'
        [contrasts: ['AnB - CnB']]  | [network('AnB', 3, 1, 0.5), network('base', 0, 1, 0.5)]       || "there is no arm 'CnB'"
        [contrasts: ['AnB']]        | [network('AnB', 3, 1, 0.5), network('base', 0, 1, 0.5)]       || "'AnB' is not a difference of two arms; write for example 'AnB - BnB'"
        [pairedBy: ['splitt']]      | [network('AnB', 3, 1, 0.5), network('base', 0, 1, 0.5)]       || "'splitt' is not a label of every row"
    }

    def 'a score that a row lacks is a failure that says what it has'() {
        when:
        new PairedMean().summarise(meanSettings(), rows, context)

        then:
        def failure = thrown(StageFailure)
        failure.message == message

        where:
        rows                                                                              || message
        [scored(accuracy: 0.5d), scored('AnB', accuracy: 0.5d)]                           || "the row (arm: base, split: 1, direction: A->B, replica: 1, classes: 5) has no score 'last loss', only [accuracy]; give the row the network's curve too: row(..., accuracy, net.curve)"
        [scored('last loss': 0.5d), scored('AnB', 'last loss': 0.5d)]                     || "row 1 (arm: base, split: 1, direction: A->B, replica: 1, classes: 5) has no score 'accuracy', only [last loss]"
    }

    private static Row network(String arm, int layers, int replica, double accuracy, double trainingLoss = 0.5) {
        new Row([split: 1, direction: 'A->B', arm: arm, layers: layers, replica: replica, classes: 5],
                [accuracy: accuracy, loss: 1d, 'last loss': trainingLoss])
    }

    private static Row scored(Map<String, Double> scores, String arm = 'base') {
        new Row([arm: arm, split: 1, direction: 'A->B', replica: 1, classes: 5], scores)
    }

    private difference(List<Row> rows) {
        new PairedDifference().summarise(differenceSettings(), rows, context)
    }

    private mean(Map<String, ?> settings = [:], List<Row> rows) {
        new PairedMean().summarise(meanSettings(settings), rows, context)
    }

    private static PairedDifference.Settings differenceSettings() {
        new PairedDifference.Settings(PAIRED_BY, 'arm', 'base', ['accuracy', 'loss'], 'last loss', 'classes', 0.02)
    }

    private static PairedMean.Settings meanSettings(Map<String, ?> given = [:]) {
        new PairedMean.Settings(given.pairedBy ?: PAIRED_BY, given.contrasts ?: [], 'arm', 'accuracy', 'last loss', 'classes', 0.02)
    }

    private static void close(Object value, double expected, double tolerance = 1e-12) {
        assert Math.abs(value - expected) < tolerance
    }
}

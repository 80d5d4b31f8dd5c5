package org.repframework.spi

import spock.lang.Specification

class SummarySpecification extends Specification {

    static final CURVE = new Curve('epoch', [1d, 2d],
            [new Curve.Series('loss', [2d, 1d]), new Curve.Series('accuracy', [0.25d, Double.NaN])])

    def 'the scores of a curve are its last values, without what is NaN'() {
        expect:
        CURVE.scores() == ['last loss': 1d]
        new Curve('epoch', [], [new Curve.Series('loss', [])]).scores() == [:]
    }

    def 'inputs of one slot are one row with the scores of all of them, in order'() {
        given:
        def summary = new Rows()

        when:
        summary.run(null, inputs(
                ['rows 1', [net: 1], new Scores(accuracy: 0.5d, loss: 3d)], ['rows 1', [net: 1], CURVE],
                ['rows 2', [net: 1], new Scores(accuracy: 0.75d)]), null)

        then:
        summary.rows.collect { it.scores().toMapString() } == ['[accuracy:0.5, loss:3.0, last loss:1.0]', '[accuracy:0.75]']
        summary.rows*.labels() == [[net: 1], [net: 1]]
    }

    def 'one score twice in a row is a failure that names it'() {
        when:
        new Rows().run(null, inputs(
                ['rows 1', [net: 1], new Scores(loss: 1d)], ['rows 1', [net: 1], new Scores(loss: 1d)]), null)

        then:
        def failure = thrown(StageFailure)
        failure.message == "two artifacts of one row, {net=1}, have the score 'loss'; give them rows of their own"
    }

    private static Inputs<Artifact> inputs(List... all) {
        new Inputs<Artifact>(all.collect { new Inputs.Input(it[0], it[1], it[2]) })
    }

    static class Rows implements Summary<ImageShape> {

        List<Row> rows

        String name() { 'rows' }

        String summary() { 'keeps its rows' }

        Class<ImageShape> settings() { ImageShape }

        Description.OfTable describe(ImageShape settings, List<Map<String, Object>> labels) {
            new Description.OfTable([])
        }

        Table summarise(ImageShape settings, List<Row> given, StageContext context) {
            rows = given
            new Table(['a'], [])
        }
    }
}

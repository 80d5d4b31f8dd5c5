package org.repframework.plugin.summaries

import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Summary.Row
import org.repframework.spi.Table
import spock.lang.Specification

class LayerIdentificationSpecification extends Specification {

    static final LAYERS = ['conv1', 'conv2', 'conv3']

    def context = Mock(StageContext)

    def "a layer is found where its counterpart is the most similar one, looked for from both sides"() {
        given: 'conv3 of x is more like conv2 of y, which is more like its counterpart all the same'
        def similarities = [[0.9d, 0.2d, 0.1d], [0.3d, 0.8d, 0.2d], [0.1d, 0.7d, 0.6d]]

        expect:
        identify(rows('cka', '1-2', similarities)) ==
                new Table(['measure', 'pairs', 'tests', 'identified', 'chance'], [['cka', 1L, 6L, 5 / 6d, 1 / 3d]])
    }

    def "a distance is smaller where layers are more alike"() {
        given:
        def distances = [[0.1d, 0.8d, 0.9d], [0.7d, 0.2d, 0.8d], [0.9d, 0.3d, 0.4d]]
        def rows = rows('gulp', '1-2', distances) + rows('cka', '1-2', [[1d, 0d, 0d], [0d, 1d, 0d], [0d, 0d, 1d]])

        expect:
        identify(rows, ['gulp']).rows()*.get(3) == [5 / 6d, 1d]
        identify(rows).rows()*.get(3) == [0d, 1d]
    }

    def "pairs of networks are taken together, and equally similar layers are not found"() {
        expect:
        identify(rows('cka', '1-2', [[1d, 0d, 0d], [0d, 1d, 0d], [0d, 0d, 1d]]) + rows('cka', '1-3', [[1d] * 3] * 3)).rows() ==
                [['cka', 2L, 12L, 0.5d, 1 / 3d]]
    }

    def "the columns are known beforehand"() {
        given:
        def rows = rows('cka', '1-2', [[1d] * 3] * 3)

        expect:
        new LayerIdentification().describe(new LayerIdentification.Settings([]), rows*.labels()).columns() == identify(rows).columns()
    }

    def "what cannot be compared is refused: #message"() {
        when:
        new LayerIdentification().describe(new LayerIdentification.Settings(distances), labels)

        then:
        def refusal = thrown(Refusal)
        refusal.message == message

        where:
        distances | labels                                                                                             || message
        []        | [[measure: 'cka', x: 'a', y: 'a']]                                                                 || 'the rows need the labels measure, pair, x and y; they have [measure, x, y]'
        []        | [[measure: 'cka', pair: 1, x: 'a', y: 'a']] * 2                                                    || 'row 2 {measure=cka, pair=1, x=a, y=a} is there twice'
        []        | [[measure: 'cka', pair: 1, x: 'a', y: 'a'], [measure: 'cka', pair: 1, x: 'b', y: 'b']]             || 'no row of {measure=cka, pair=1} compares x: a with y: b'
        ['gulp']  | [[measure: 'cka', pair: 1, x: 'a', y: 'a']]                                                        || "'gulp' is not a measure of the rows"
    }

    def "layers without counterparts are a failure"() {
        when:
        identify([new Row([measure: 'cka', pair: 1, x: 'a', y: 'b'], [cka: 1d])])

        then:
        def failure = thrown(StageFailure)
        failure.message == 'no layer of {measure=cka} has one of the same name on the other side'
    }

    private static List<Row> rows(String measure, String pair, List<List<Double>> scores) {
        [LAYERS, LAYERS].combinations().collect { x, y ->
            new Row([measure: measure, pair: pair, x: x, y: y], [(measure): scores[LAYERS.indexOf(x)][LAYERS.indexOf(y)]])
        }
    }

    private Table identify(List<Row> rows, List<String> distances = []) {
        new LayerIdentification().summarise(new LayerIdentification.Settings(distances), rows, context)
    }
}

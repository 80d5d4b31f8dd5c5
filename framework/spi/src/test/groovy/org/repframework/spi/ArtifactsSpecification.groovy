package org.repframework.spi

import org.repframework.spi.Matching.Pair
import spock.lang.Shared
import spock.lang.Specification

class ArtifactsSpecification extends Specification {

    @Shared
    def unit = new CorrelationMatrix('pearson', Matrix.of(1, 1, 1), 9, [], [])

    static final CONVOLUTION = new Layer.Convolution('conv1', 8, 3, Layer.Activation.RELU)

    def 'shapes follow the layers'() {
        given:
        def network = new Architecture('tiny', new ImageShape(9, 8, 3), [CONVOLUTION, new Layer.MaxPooling('pool1', 2),
                new Layer.Dense('fc2', 10, Layer.Activation.IDENTITY)])

        expect:
        network.shapes()*.toString() == ['9x8x8', '4x4x8', '1x1x10']
        network.weighted()*.name() == ['conv1', 'fc2']
        network.indexOf('fc2') == 2
    }

    def 'a layer of which nothing would be left is refused with the sizes'() {
        when:
        new Architecture('tiny', new ImageShape(2, 2, 3), [new Layer.MaxPooling('pool1', 4)]).shapes()

        then:
        def refused = thrown(Refusal)
        refused.message == 'pool1 would be 0x0: input 2x2, window 4'
    }

    def 'a window slides as far as stride and padding let it: #layer.name()'() {
        expect:
        layer.output(new ImageShape(height, width, 3)).toString() == shape

        where:
        layer                                                                                       | height | width || shape
        new Layer.Convolution('alexnet', 96, 11, 4, Layer.Padding.VALID, Layer.Activation.RELU)     | 227    | 227   || '55x55x96'
        new Layer.Convolution('halved', 4, 3, 2, Layer.Padding.SAME, Layer.Activation.RELU)         | 7      | 8     || '4x4x4'
        new Layer.Convolution('valid', 4, 5, 1, Layer.Padding.VALID, Layer.Activation.IDENTITY)     | 5      | 9     || '1x5x4'
        new Layer.MaxPooling('overlapping', 3, 2)                                                   | 55     | 55    || '27x27x3'
        new Layer.MaxPooling('side by side', 2)                                                     | 5      | 4     || '2x2x3'
        new Layer.BatchNormalisation('norm')                                                        | 5      | 4     || '5x4x3'
    }

    def 'a blueprint becomes an architecture with a logit for each class, its sizes checked'() {
        given:
        def blueprint = new Blueprint.Layered('small', [CONVOLUTION, new Layer.Dropout('drop1', 0.5)], 'logits')

        expect:
        blueprint.architecture(new ImageShape(6, 6, 3), 7).shapes()*.toString() == ['6x6x8', '6x6x8', '1x1x7']

        when:
        new Blueprint.Layered('small', [new Layer.Convolution('conv5', 4, 5, 1, Layer.Padding.VALID,
                Layer.Activation.RELU)], 'logits').architecture(new ImageShape(4, 4, 3), 2)

        then:
        def refused = thrown(Refusal)
        refused.message == 'conv5 would be 0x0: input 4x4, kernel 5'
    }

    def 'two layers of one name are refused, and an unknown layer with those there are'() {
        when:
        new Architecture('tiny', new ImageShape(9, 8, 3), [CONVOLUTION, CONVOLUTION])

        then:
        def twice = thrown(Refusal)
        twice.message == "two layers are called 'conv1'"

        when:
        new Architecture('tiny', new ImageShape(9, 8, 3), [CONVOLUTION]).indexOf('conv2')

        then:
        def unknown = thrown(Refusal)
        unknown.possible() == ['conv1']
    }

    def 'a unit is dead if it hardly varies in comparison with its size, however large that is'() {
        given:
        def moments = new JointMoments(100, Matrix.row(1e6, 1e6), Matrix.row(0), Matrix.of(2, 2, 1e-14, 0, 0, 1e-8),
                Matrix.of(1, 1, 0), Matrix.of(2, 1, 0, 0), Matrix.row(1e6, 1e6), Matrix.row(0),
                new LengthMoments(0, 0, 0, Matrix.row(0, 0), Matrix.row(0), Matrix.row(0, 0), Matrix.row(0)))

        expect:
        moments.deadX(0)
        !moments.deadX(1)
        moments.deadY(0)
        moments.swapped().deadX(0)
    }

    def 'the score of a correlation matrix is the mean of the row maxima'() {
        expect:
        new CorrelationMatrix('pearson', Matrix.of(2, 2, 0.1, 0.5, -0.3, -0.1), 9, [], []).scores() == [pearson: 0.2d]
    }

    def 'artifacts do not change when what they were made of does'() {
        given:
        def values = [1, 2] as double[]
        def matrix = Matrix.row(values)
        def rows = [['a', 1]]
        def table = new Table(['name', 'n'], rows)

        when:
        values[0] = 9
        rows << ['b', 2]
        matrix.toArray()[1] = 9

        then:
        matrix == Matrix.row(1, 2)
        table.rows() == [['a', 1L]]
    }

    def 'a table refuses rows of another width and cells that are not plain'() {
        when:
        new Table(['a'], [row])

        then:
        thrown(IllegalArgumentException)

        where:
        row << [['x', 'y'], [null], [new Object()]]
    }

    def 'a score is never NaN'() {
        when:
        new Scores([accuracy: Double.NaN])

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == "score 'accuracy' is NaN"
    }

    def 'the score of a matching is the mean correlation of its pairs, by their shares'() {
        given:
        def correlation = new CorrelationMatrix('pearson', Matrix.of(2, 2, 0.5, 0.25, 0, 1), 9, [], [])
        def pairs = [new Pair(0, 0, 0.5, 0.75), new Pair(0, 1, 0.25, 0.25), new Pair(1, 1, 1)]

        expect:
        new Matching('soft', pairs, correlation).scores() == [soft: (0.375d + 0.0625d + 1) / 2]
        new Matching('semi', pairs[0, 2], correlation, [0.5d, 1d]).score() == (0.375d + 1) / 1.75d
        new Matching('semi', pairs[0, 2], correlation).margin(pairs[2]) == 1
    }

    def 'a matching without pairs needs a score of its own'() {
        given:
        def correlation = new CorrelationMatrix('pearson', Matrix.of(1, 1, 0), 9, [0], [0])

        expect:
        new Matching('mutual', 0, [], correlation, []).scores() == [mutual: 0d]

        when:
        new Matching('mutual', [], correlation)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == "'mutual' has no pairs, whose mean could be its score"
    }

    def 'a matching refuses p values that are not one a pair, shares outside of 0 to 1, and a score that is not finite'() {
        when:
        matching()

        then:
        thrown(IllegalArgumentException)

        where:
        matching << [
            { new Matching('semi', [new Pair(0, 0, 1)], unit, [0.1d, 0.2d]) },
            { new Pair(0, 0, 1, 0) },
            { new Pair(0, 0, 1, 1.5) },
            { new Matching('mutual', Double.NaN, [], unit, []) },
        ]
    }
}

package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.train

import java.nio.file.Path
import org.repframework.spi.Description
import org.repframework.spi.ImageShape
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class AccuracyEvaluatorSpecification extends Specification {

    @TempDir
    Path folder

    def evaluator = new AccuracyEvaluator()
    def settings = new AccuracyEvaluator.Settings()

    def "accuracy and loss are those of plain Deeplearning4j's probabilities"() {
        given:
        def network = train([network: 'convnet'], images(folder, 64), new TestContext(folder))
        def tests = images(folder, 130, 3, 2)
        def probabilities = PlainDeeplearning4j.probabilities(network, tests)
        def indices = 0..<130

        when:
        def scores = evaluator.evaluate(settings, network, tests, new TestContext(folder)).values()

        then:
        scores.accuracy == indices.count { probabilities[it].toList().indexOf(probabilities[it].max()) == tests.labels().at(it) } / 130d
        scores.accuracy > 1 / 3d
        Math.abs(scores.loss - indices.sum { -Math.log(probabilities[it][tests.labels().at(it)]) } / 130) < 1e-5
    }

    def "images with #what are refused"() {
        given:
        def network = describe(train([network: 'mlp'], images(folder, 10), new TestContext(folder)))

        when:
        evaluator.check(settings, network, new Description.OfExamples(classNames.collect { 5 }, shape, classNames))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'images'
        words.every { refusal.message.contains(it) }

        where:
        what                        | shape                   | classNames                       || words
        'another shape'             | new ImageShape(8, 8, 1) | ['class0', 'class1', 'class2']   || ['8x8x3', '8x8x1']
        'another number of classes' | new ImageShape(8, 8, 3) | ['class0', 'class1']             || ['3 classes', '2']
        'classes of other names'    | new ImageShape(8, 8, 3) | ['class0', 'class1', 'elephant'] || ['elephant', 'class2']
    }
}

package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.activations
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.initial
import static org.repframework.plugin.deeplearning4j.Fixtures.sgd
import static org.repframework.plugin.deeplearning4j.Fixtures.transfer
import static org.repframework.plugin.deeplearning4j.Fixtures.weights
import static org.repframework.spi.Layer.Activation.IDENTITY
import static org.repframework.spi.Layer.Activation.RELU
import static org.repframework.spi.Layer.Padding.SAME
import static org.repframework.spi.Layer.Padding.VALID

import java.nio.FloatBuffer
import java.nio.file.Files
import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Layer
import org.repframework.spi.Network
import spock.lang.Specification
import spock.lang.TempDir

/** Every kind of layer, against plain Deeplearning4j and by hand. */
class LayersSpecification extends Specification {

    static final SHAPE = new ImageShape(12, 11, 3)

    static final KINDS = [
        strides: [
            new Layer.Convolution('conv1', 6, 5, 2, VALID, RELU),
            new Layer.Convolution('conv2', 8, 3, 2, SAME, RELU)
        ],
        'an even kernel': [
            new Layer.Convolution('conv1', 6, 4, 3, SAME, RELU),
            new Layer.Convolution('conv2', 8, 2, 1, SAME, RELU)
        ],
        'overlapping pooling': [
            new Layer.Convolution('conv1', 6, 3, RELU),
            new Layer.MaxPooling('pool1', 3, 2),
            new Layer.Convolution('conv2', 8, 3, 1, VALID, RELU),
            new Layer.MaxPooling('pool2', 2, 1)
        ],
        'ReLU layers': [
            new Layer.Convolution('conv1', 6, 3, IDENTITY),
            new Layer.Rectifier('relu1'),
            new Layer.MaxPooling('pool1', 2),
            new Layer.Dense('fc2', 9, IDENTITY),
            new Layer.Rectifier('relu2')
        ],
        'batch normalisation': [
            new Layer.Convolution('conv1', 6, 3, IDENTITY),
            new Layer.BatchNormalisation('norm1'),
            new Layer.Rectifier('relu1'),
            new Layer.MaxPooling('pool1', 2),
            new Layer.Convolution('conv2', 5, 3, RELU),
            new Layer.BatchNormalisation('norm2'),
            new Layer.Dense('fc3', 9, IDENTITY),
            new Layer.BatchNormalisation('norm3'),
            new Layer.Rectifier('relu3')
        ],
        dropout: [
            new Layer.Convolution('conv1', 6, 3, RELU),
            new Layer.Dropout('drop1', 0.25),
            new Layer.Dense('fc2', 9, RELU),
            new Layer.Dropout('drop2', 0.5)
        ]
    ]

    @TempDir
    Path folder

    def trainer = new SgdTrainer()

    def "a network with #kind learns, and plain Deeplearning4j predicts the same"() {
        given:
        def examples = images(folder, 150, 3, 1, SHAPE)

        when:
        def trained = train(KINDS[kind], examples, epochs: 8, batch: 20, learningRate: 0.02d)
        def theirs = PlainDeeplearning4j.probabilities(trained, examples)
        def ours = activations(trained, examples, 'logits').collect { softmax(it) }

        then:
        (0..<150).every { image -> (0..<3).every { Math.abs(ours[image][it] - theirs[image][it]) < 1e-4 } }
        (0..<150).count { ours[it].indexOf(ours[it].max()) == examples.labels().at(it) } > 105

        where:
        kind << KINDS.keySet()
    }

    private static List<Double> softmax(float[] logits) {
        def powers = logits.collect { Math.exp(it) }
        powers.collect { it / powers.sum() }
    }

    def "one step of a network with #kind goes down the gradient that plain Deeplearning4j computes"() {
        given:
        def examples = images(folder, 24, 3, 1, SHAPE)
        def before = initial(folder, KINDS[kind], examples)

        when:
        def after = train(before, examples, batch: 24, learningRate: 1, momentum: 0, weightDecay: 0)
        def ours = step(before, after)
        def theirs = PlainDeeplearning4j.gradient(before, examples)
        def scale = theirs.collect { largest(it.weights()) }.max()

        then:
        scale > 1e-2
        [ours, theirs].transpose().every { one, other ->
            error(one.weights(), other.weights()) < 1e-4 * scale && error(one.biases(), other.biases()) < 1e-4 * scale
        }

        where:
        kind << KINDS.keySet() - 'dropout'
    }

    /** What a step of length 1 took off. */
    private static step(Network before, Network after) {
        def from = ModelFile.read(before)
        [from, ModelFile.read(after)].transpose().each { was, now ->
            [was.weights(), now.weights(), was.biases(), now.biases()].collate(2).each { a, b ->
                for (int i = 0; i < a.length; i++) {
                    a[i] -= b[i]
                }
            }
        }
        from
    }

    private static double largest(float[] values) {
        values.toList().collect { Math.abs(it) }.max()
    }

    private static double error(float[] one, float[] other) {
        [one.toList(), other.toList()].transpose().collect { a, b -> Math.abs(a - b) }.max()
    }

    def "what is before a ReLU layer and what is after it are both read"() {
        given:
        def examples = images(folder, 30, 3, 1, SHAPE)
        def network = train(KINDS['batch normalisation'], examples, epochs: 2)

        expect: 'Deeplearning4j rectifies in place: what was before it is gone there'
        ['fc3', 'relu3'].every { layer ->
            def theirs = PlainDeeplearning4j.activations(network, examples, layer).toFloatMatrix()
            def ours = activations(network, examples, layer)
            (0..<30).every { error(ours[it], theirs[it]) < 1e-4 * largest(theirs.flatten() as float[]) }
        }
        def before = activations(network, examples, 'norm3')
        before.any { it.any { value -> value < 0 } }
        before.collect { it.collect { value -> Math.max(0f, value) } } == activations(network, examples, 'relu3')*.toList()
    }

    def "running statistics move a tenth of the way to those of a batch"() {
        given:
        def examples = images(folder, 20, 3, 1, SHAPE)
        def before = initial(folder, KINDS['batch normalisation'], examples)
        def below = PlainDeeplearning4j.activations(before, examples, 'conv1')

        when:
        def norm = ModelFile.read(train(before, examples, batch: 20))[1].statistics()

        then:
        norm.length == 12
        (0..<6).every { channel ->
            def values = below.tensorAlongDimension(channel, 0, 2, 3).ravel().toDoubleVector().toList()
            def mean = values.sum() / values.size()
            def variance = values.sum { (it - mean)**2 } / (values.size() - 1)
            Math.abs(norm[channel] - 0.1 * mean) < 1e-5 &&
                    Math.abs(10**(2 * norm[6 + channel]) - 0.9 - 0.1 * variance) < 1e-5
        }
    }

    def "batch normalisation goes with the layer below it: copied, frozen and then unchanged, or drawn anew"() {
        given:
        def examples = images(folder, 40, 3, 1, SHAPE)
        def donor = train(KINDS['batch normalisation'], examples, epochs: 2)

        when:
        def initial = transfer(1, true, donor, examples, new TestContext(folder))
        def trained = train(initial, examples, epochs: 2)

        then: 'conv1 and norm1 are below the cut'
        weights(initial).take(2) == weights(donor).take(2)
        weights(trained).take(2) == weights(donor).take(2)
        weights(initial)[3] == [[1f] * 5, [0f] * 5, [0f] * 10].collect { FloatBuffer.wrap(it as float[]) }
        weights(trained)[3].every { it != weights(initial)[3][weights(trained)[3].indexOf(it)] }
    }

    def "a training with batch normalisation and dropout that is stopped ends with the same bytes"() {
        given:
        def examples = images(folder, 70, 3, 1, SHAPE)
        def layers = KINDS['batch normalisation'] + new Layer.Dropout('drop', 0.5)
        def before = initial(folder, layers, examples)
        def run = { context -> trainer.train(sgd(epochs: 4), examples, Optional.of(before), context).network() }
        def expected = Files.readAllBytes(run(new TestContext(folder)).model())
        def interrupted = new TestContext(folder)
        interrupted.checksBeforeInterruption = 7

        when:
        run(interrupted)

        then:
        thrown(InterruptedException)

        when:
        interrupted.checksBeforeInterruption = Integer.MAX_VALUE

        then:
        Files.readAllBytes(run(interrupted).model()) == expected
        Files.readAllBytes(run(new TestContext(folder, 2)).model()) != expected
    }

    def "dropout takes its share of the values, scales the others, and lets the gradient through where they were kept"() {
        given: 'one image, and a network without a ReLU: everything can be computed by hand from the mask'
        def examples = images(folder, 1, 3, 1, SHAPE)
        def layers = [new Layer.Dense('fc1', 400, IDENTITY), new Layer.Dropout('drop1', rate)]
        def before = initial(folder, layers, examples)
        def hidden = activations(before, examples, 'fc1')[0]

        when:
        def after = train(before, examples, batch: 1, learningRate: 1, momentum: 0, weightDecay: 0)
        def ours = step(before, after)
        def upper = ModelFile.read(before)[1].weights()
        def mask = (0..<400).collect { unit -> (0..<3).every { ours[1].weights()[unit * 3 + it] == 0 } ? 0 : 1 / (1 - rate) }
        def logits = (0..<3).collect { k -> (0..<400).sum { hidden[it] * mask[it] * upper[it * 3 + k] } }
        def powers = logits.collect { Math.exp(it) }
        def delta = (0..<3).collect { powers[it] / powers.sum() - (it == examples.labels().at(0) ? 1 : 0) }

        then:
        Math.abs(mask.count { it == 0 } / 400 - rate) < 0.08
        (0..<400).every { unit ->
            (0..<3).every { near(ours[1].weights()[unit * 3 + it], hidden[unit] * mask[unit] * delta[it]) } &&
                    near(ours[0].biases()[unit], mask[unit] * (0..<3).sum { upper[unit * 3 + it] * delta[it] })
        }

        where:
        rate << [0.5d, 0.2d]
    }

    private static boolean near(double one, double other) {
        Math.abs(one - other) < 1e-3 * Math.max(0.05, Math.abs(other))
    }

    private Network train(Map changes, List<Layer> layers, Examples examples) {
        train(changes, initial(folder, layers, examples), examples)
    }

    private Network train(Map changes, Network from, Examples examples) {
        trainer.train(sgd(changes), examples, Optional.of(from), new TestContext(folder)).network()
    }
}

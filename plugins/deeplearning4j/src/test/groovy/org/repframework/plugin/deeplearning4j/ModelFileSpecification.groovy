package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.activations
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.train
import static org.repframework.plugin.deeplearning4j.Fixtures.weights

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.repframework.plugin.deeplearning4j.model.Architectures
import org.repframework.plugin.deeplearning4j.model.LayerWeights
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.spi.ImageShape
import org.repframework.spi.Network
import spock.lang.Specification
import spock.lang.TempDir

class ModelFileSpecification extends Specification {

    @TempDir
    Path folder

    def "plain Deeplearning4j loads a trained #name for #shape images, updater #withUpdater, and predicts the same"() {
        given:
        def examples = images(folder, 150, 3, 1, shape)
        def network = train([network: name, learningRate: rate], examples, new TestContext(folder))

        when:
        def theirs = MultiLayerNetwork.load(network.model().toFile(), withUpdater)
                .output(PlainDeeplearning4j.input(network, examples))
                .toFloatMatrix()
        def ours = activations(network, examples, network.architecture().layers().last().name()).collect { softmax(it) }

        then:
        theirs.length == 150
        (0..<150).every { image -> (0..<3).every { Math.abs(ours[image][it] - theirs[image][it]) < 1e-4 } }
        ours*.max().max() > 0.45

        where:
        name      | shape                     | withUpdater | rate
        'convnet' | new ImageShape(16, 8, 3)  | true  | 0.03d
        'convnet' | new ImageShape(9, 8, 1)   | false | 0.03d
        'lenet'   | new ImageShape(28, 28, 1) | true  | 0.03d
        'lenet'   | new ImageShape(32, 32, 3) | false | 0.03d
        'mlp'     | new ImageShape(6, 5, 3)   | true  | 0.03d
        'mlp'     | new ImageShape(6, 5, 3)   | false | 0.03d
        'vgg11'   | new ImageShape(32, 32, 3) | false | 0.001d
        'vgg11-bn'| new ImageShape(32, 32, 3) | false | 0.01d
    }

    private static List<Double> softmax(float[] logits) {
        def powers = logits.collect { Math.exp(it) }
        powers.collect { it / powers.sum() }
    }

    def "weights are read back bit for bit"() {
        given:
        def written = drawn(7)

        when:
        def network = write(written, 'network.zip')

        then:
        weights(network) == weights(written)
    }

    def "equal networks make equal bytes"() {
        expect:
        Files.readAllBytes(write(drawn(7), 'one.zip').model()) == Files.readAllBytes(write(drawn(7), 'two.zip').model())
        Files.readAllBytes(write(drawn(7), 'one.zip').model()) != Files.readAllBytes(write(drawn(8), 'two.zip').model())
    }

    def "the file holds what Deeplearning4j asks for"() {
        expect:
        new ZipFile(write(drawn(7), 'network.zip').model().toFile()).withCloseable {
            it.entries()*.name == ['configuration.json', 'coefficients.bin', 'normalizer.bin']
        }
    }

    def "the filters are the first layer's weights, a unit a row, channels innermost"() {
        given:
        def written = drawn(7)

        when:
        def filters = write(written, 'network.zip').filters()

        then:
        filters.rows() == 32
        filters.columns() == 27
        filters.at(5, 4 * 3 + 2) == (double) written[0].weights()[((1 * 3 + 1) * 3 + 2) * 32 + 5]
    }

    def "fresh weights have the variance 2 / fan-in and biases of 0"() {
        given:
        def layer = LearnedLayer.of(architecture())[3]

        when:
        def fresh = LayerWeights.fresh(layer, 3)
        def values = fresh.weights().toList()

        then:
        layer.name() == 'conv4'
        layer.fanIn() == 9 * 96
        Math.abs(values.sum { it * it } / values.size() * layer.fanIn() / 2 - 1) < 0.02
        Math.abs(values.sum() / values.size()) < 1e-3
        fresh.biases().every { it == 0f }
    }

    private static architecture() {
        Architectures.named('convnet', Fixtures.SMALL, 3)
    }

    private static List<LayerWeights> drawn(long seed) {
        def random = new Random(seed)
        LearnedLayer.of(architecture()).collect { layer ->
            def weights = LayerWeights.fresh(layer, random.nextLong())
            for (int i = 0; i < layer.units(); i++) {
                weights.biases()[i] = random.nextFloat()
            }
            weights
        }
    }

    private Network write(List<LayerWeights> weights, String file) {
        def normalisation = new Network.Normalisation([100d, 110d, 120d], [50d, 60d, 70d])
        ModelFile.write(folder.resolve(file), architecture(), ['a', 'b', 'c'], normalisation, 0, weights)
    }
}

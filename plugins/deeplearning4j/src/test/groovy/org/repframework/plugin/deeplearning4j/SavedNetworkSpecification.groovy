package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images

import java.nio.file.Files
import java.nio.file.Path
import org.deeplearning4j.nn.conf.ConvolutionMode
import org.deeplearning4j.nn.conf.NeuralNetConfiguration
import org.deeplearning4j.nn.conf.inputs.InputType
import org.deeplearning4j.nn.conf.layers.ActivationLayer
import org.deeplearning4j.nn.conf.layers.BatchNormalization
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer
import org.deeplearning4j.nn.conf.layers.DenseLayer
import org.deeplearning4j.nn.conf.layers.DropoutLayer
import org.deeplearning4j.nn.conf.layers.Layer
import org.deeplearning4j.nn.conf.layers.OutputLayer
import org.deeplearning4j.nn.conf.layers.PoolingType
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer
import org.deeplearning4j.nn.graph.ComputationGraph
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.util.ModelSerializer
import org.nd4j.linalg.activations.Activation
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler
import org.nd4j.linalg.learning.config.Adam
import org.repframework.spi.Examples
import org.repframework.spi.Network
import org.repframework.spi.Recording
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class SavedNetworkSpecification extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    Examples probes

    def context = new TestContext(folder)

    def setupSpec() {
        probes = images(folder, 20)
    }

    def "a network that somebody else made records what plain Deeplearning4j computes: #layer"() {
        given: 'names that Deeplearning4j gave, an updater of its own, images scaled to -1..1'
        def scaler = new ImagePreProcessingScaler(-1, 1)
        def plain = network([
            convolution(5).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).build(),
            new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build(),
            convolution(6).activation(Activation.IDENTITY).build(),
            new BatchNormalization(),
            new ActivationLayer(Activation.RELU),
            new DropoutLayer(0.5d),
            new DenseLayer.Builder().nOut(7).activation(Activation.RELU).dropOut(0.8d).build(),
            output()
        ])
        def file = save(plain, 'theirs.zip')
        ModelSerializer.addNormalizerToModel(file.toFile(), scaler)
        def input = PlainDeeplearning4j.pixels(probes)
        scaler.transform(input)
        def expected = plain.feedForwardToLayer(layer, input)[layer + 1] // the ReLU above works in place

        when:
        def loaded = load(file)
        def samples = new UnitRecorder().samples(
                [new Recording(new UnitRecorder.Settings("layer$layer", reading), loaded)], probes, context)[0].matrix()

        then:
        loaded.classNames() == probes.classNames()
        def rows = expected.rank() == 2 ? expected : expected.permute(0, 2, 3, 1).dup('c' as char).reshape('c' as char, -1, expected.size(1))
        samples.rows() == rows.rows() && samples.columns() == rows.columns()
        (0..<samples.rows()).every { row ->
            (0..<samples.columns()).every { Math.abs(samples.at(row, it) - rows.getDouble(row, it)) < 1e-4 }
        }

        where:
        layer << [0, 1, 2, 3, 4, 6]
        reading = org.repframework.plugin.deeplearning4j.network.Reading.POSITIONS
    }

    def "without a normaliser pixels are scaled to 0..1, with a warning; what is given wins"() {
        given:
        def file = save(network([convolution(4).build(), output()]), 'bare.zip')
        context.warningsExpected = true

        expect:
        load(file).normalisation() == new Network.Normalisation([0d] * 3, [255d] * 3)
        context.warnings.size() == 1 && context.warnings[0].contains('has no normaliser: pixels 0..255 are scaled to 0..1')
        load(file, [1d, 2d, 3d], [4d, 5d, 6d]).normalisation() == new Network.Normalisation([1d, 2d, 3d], [4d, 5d, 6d])
        context.warnings.size() == 1
    }

    def "our own model files are read as they were written"() {
        given:
        def own = Fixtures.train([:], probes, context)

        when:
        def loaded = load(own.model())

        then:
        loaded.architecture().layers() == own.architecture().layers()
        Fixtures.weights(loaded) == Fixtures.weights(own)
        [loaded.normalisation().mean(), own.normalisation().mean()].transpose().every { a, b -> Math.abs(a - b) < 1e-4 }
    }

    def "#what is refused by name, with what is possible"() {
        given:
        def file = save(network([layer, output()]), "refused-${what.hashCode()}.zip")

        when:
        new SavedNetwork().describe(new SavedNetwork.Settings(file, [], []), describe(probes))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'path'
        refusal.message.contains("layer 'layer0' is a $what")
        refusal.message.contains('; possible are ConvolutionLayer with a square window')

        where:
        what                                    | layer
        'ConvolutionLayer with kernelSize [3,2]' | new ConvolutionLayer.Builder(3, 2).nOut(4).build()
        'ConvolutionLayer with padding [1,1] in the mode Truncate' | new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(4).build()
        'ConvolutionLayer with the activation ActivationTanH' | convolution(4).activation(Activation.TANH).build()
        'ConvolutionLayer with no biases'       | convolution(4).hasBias(false).build()
        'SubsamplingLayer with kind AVG'        | new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(2, 2).stride(2, 2).build()
        'LocalResponseNormalization'            | new org.deeplearning4j.nn.conf.layers.LocalResponseNormalization.Builder().build()
    }

    def "files that hold no such network are refused"() {
        given:
        def text = Files.writeString(folder.resolve('text.zip'), 'no zip')
        def archive = probes.pixels().file()
        def graph = folder.resolve('graph.zip')
        def configuration = new NeuralNetConfiguration.Builder().graphBuilder().addInputs('in')
                .addLayer('out', output(), 'in').setOutputs('out').setInputTypes(InputType.feedForward(4)).build()
        def built = new ComputationGraph(configuration)
        built.init()
        ModelSerializer.writeModel(built, graph.toFile(), false)

        expect:
        [text, archive, graph].collect { refusal(it).message.substring(it.toString().length()).take(30) } == [
            ' is no Deeplearning4j model fi', ' is no Deeplearning4j model fi', ' holds a ComputationGraph; a M'
        ]
    }

    def "images of another size are refused by the layer that does not read them"() {
        given:
        def file = save(network([convolution(4).build(), output()]), 'size.zip')

        when:
        new SavedNetwork().describe(
                new SavedNetwork.Settings(file, [], []),
                describe(images(folder, 4, 2, 1, new org.repframework.spi.ImageShape(10, 8, 3))))

        then:
        def refusal = thrown(Refusal)
        refusal.message.startsWith("layer 'layer1' reads 144 inputs, but with these images there are 192")
    }

    private Refusal refusal(Path file) {
        try {
            new SavedNetwork().describe(new SavedNetwork.Settings(file, [], []), describe(probes))
        } catch (Refusal refusal) {
            return refusal
        }
        throw new AssertionError("$file was accepted")
    }

    private Network load(Path file, List<Double> mean = [], List<Double> deviation = []) {
        new SavedNetwork().load(new SavedNetwork.Settings(file, mean, deviation), probes, context)
    }

    private static ConvolutionLayer.Builder convolution(int channels) {
        new ConvolutionLayer.Builder(3, 3).nOut(channels)
    }

    private static OutputLayer output() {
        new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build()
    }

    private static MultiLayerNetwork network(List<Layer> layers) {
        def builder = new NeuralNetConfiguration.Builder().seed(7).updater(new Adam(1e-3d)).activation(Activation.RELU).list()
        layers.each { builder.layer(it) }
        def network = new MultiLayerNetwork(builder.setInputType(InputType.convolutional(8, 8, 3)).build())
        network.init()
        network
    }

    private Path save(MultiLayerNetwork network, String name) {
        def file = folder.resolve(name)
        ModelSerializer.writeModel(network, file.toFile(), true)
        file
    }
}

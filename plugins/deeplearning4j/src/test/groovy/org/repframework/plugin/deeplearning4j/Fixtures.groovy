package org.repframework.plugin.deeplearning4j

import java.nio.FloatBuffer
import java.nio.file.Files
import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.model.LayerWeights
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.plugin.deeplearning4j.model.Standardiser
import org.repframework.plugin.deeplearning4j.network.ForwardNetwork
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.plugin.deeplearning4j.network.UnitBlock
import org.repframework.plugin.deeplearning4j.training.LearningRate
import org.repframework.spi.Architecture
import org.repframework.spi.Blueprint
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.IntVector
import org.repframework.spi.Layer
import org.repframework.spi.Network
import org.repframework.spi.Pixels
import org.repframework.spi.StageContext

/** Small images, and what the specifications ask of networks. */
class Fixtures {

    static final SMALL = new ImageShape(8, 8, 3)

    /** Images of classes that differ in their colour and in where they are bright, under noise. */
    static Examples images(Path folder, int count, int classes = 3, long seed = 1, ImageShape shape = SMALL) {
        def random = new Random(seed)
        def writer = Pixels.create(Files.createTempFile(folder, 'images', '.npy'), count, shape)
        def labels = new int[count]
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(classes)
            def image = new byte[shape.size()]
            for (int at = 0; at < image.length; at++) {
                int row = at.intdiv(shape.width() * shape.channels())
                int signal = (at % shape.channels() == labels[i] % shape.channels() ? 60 : 0) +
                        (row % classes == labels[i] ? 40 : 0)
                image[at] = (byte) (signal + random.nextInt(120))
            }
            writer.add(image)
        }
        new Examples(writer.finish(), IntVector.of(labels), (0..<classes).collect { 'class' + it })
    }

    static Description.OfExamples describe(Examples images) {
        def labels = images.labels().toArray().toList()
        def counts = (0..<images.classNames().size()).collect { labels.count(it) }
        new Description.OfExamples(counts, images.pixels().shape(), images.classNames())
    }

    static Description.OfNetwork describe(Network network) {
        new Description.OfNetwork(network.architecture(), network.classNames(), network.frozen())
    }

    static SgdSettings sgd(Map changes = [:]) {
        def all = [
            network: '', epochs: 1, batch: 32, learningRate: 0.01d, momentum: 0.9d, weightDecay: 5e-4d,
            schedule: 'CONSTANT', stepEpochs: 0, stepFactor: 0.1d, mirror: false, crop: 0, cutCache: 512,
            demandCutCache: false, checkpoints: []
        ] + changes
        def network = all.network instanceof Blueprint ? all.network : new Blueprint.Named(all.network)
        new SgdSettings(
                network, all.epochs, all.batch, all.learningRate, all.momentum, all.weightDecay,
                all.schedule as LearningRate.Schedule, all.stepEpochs, all.stepFactor, all.mirror, all.crop,
                all.cutCache, all.demandCutCache, all.checkpoints)
    }

    static Network train(Map settings, Examples images, StageContext context) {
        new SgdTrainer().train(sgd(settings), images, Optional.empty(), context).network()
    }

    static Network transfer(int layers, boolean freeze, Network donor, Examples target, StageContext context) {
        new LayerCopy().build(
                new LayerCopy.Settings(layers, freeze, LayerCopy.Source.TARGET), donor, target, context)
    }

    /** A network with fresh weights, its last layer the classes' logits. */
    static Network initial(Path folder, List<Layer> layers, Examples examples) {
        def output = new Layer.Dense('logits', examples.classNames().size(), Layer.Activation.IDENTITY)
        def architecture = new Architecture('tried', examples.pixels().shape(), layers + output)
        int seed = 1
        def weights = LearnedLayer.of(architecture).collect { LayerWeights.fresh(it, seed++) }
        ModelFile.write(Files.createTempFile(folder, 'initial', '.zip'), architecture, examples.classNames(),
                Standardiser.fit(examples.pixels()), 0, weights)
    }

    /** The same with one weight of the first layer that is NaN. */
    static Network diverged(Network network, Path folder) {
        def weights = ModelFile.read(network)
        weights[0].weights()[0] = Float.NaN
        ModelFile.write(folder.resolve('diverged.zip'), network.architecture(), network.classNames(),
                network.normalisation(), 0, weights)
    }

    /** Weights, biases and statistics layer by layer, from below, in a form that compares fast. */
    static List<List<FloatBuffer>> weights(Network network) {
        weights(ModelFile.read(network))
    }

    static List<List<FloatBuffer>> weights(List<LayerWeights> layers) {
        layers.collect { layer -> layer.arrays().findAll { it.length > 0 }.collect { FloatBuffer.wrap(it) } }
    }

    /** Images x units. */
    static float[][] activations(Network network, Examples images, String layer, Reading reading = Reading.FLATTEN) {
        def rows = []
        def depth = network.architecture().indexOf(layer) + 1
        new ForwardNetwork(network, depth, images.pixels()).withCloseable { forward ->
            for (int first = 0; first < images.count(); first += ForwardNetwork.BLOCK) {
                def pass = forward.run(first)
                def block = new UnitBlock(pass, layer, reading, Optional.empty(), forward.memory())
                block.read(first)
                rows.addAll(block.samples().toFloatMatrix() as List)
            }
        }
        rows as float[][]
    }
}

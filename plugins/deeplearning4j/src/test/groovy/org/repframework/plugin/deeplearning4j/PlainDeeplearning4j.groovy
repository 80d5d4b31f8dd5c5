package org.repframework.plugin.deeplearning4j

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork
import org.deeplearning4j.util.ModelSerializer
import org.nd4j.linalg.api.buffer.DataType
import org.nd4j.linalg.api.ndarray.INDArray
import org.nd4j.linalg.factory.Nd4j
import org.repframework.plugin.deeplearning4j.model.Coefficients
import org.repframework.plugin.deeplearning4j.model.LayerWeights
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.plugin.deeplearning4j.network.Reading
import org.repframework.spi.Examples
import org.repframework.spi.Network

/** A network as a user of Deeplearning4j alone sees it: the second way of computing. */
class PlainDeeplearning4j {

    /** Pixels 0..255, images x channels x height x width. */
    static INDArray pixels(Examples images) {
        def shape = images.pixels().shape()
        def array = Nd4j.create(DataType.FLOAT, images.count(), shape.channels(), shape.height(), shape.width())
        def bytes = new byte[shape.size()]
        for (int image = 0; image < images.count(); image++) {
            images.pixels().read(image, bytes, 0)
            int at = 0
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    for (int channel = 0; channel < shape.channels(); channel++) {
                        array.putScalar([image, channel, row, column] as int[], (float) (bytes[at++] & 0xff))
                    }
                }
            }
        }
        array
    }

    /** The same, standardised by the normaliser in the model file. */
    static INDArray input(Network network, Examples images) {
        def array = pixels(images)
        ModelSerializer.restoreNormalizerFromFile(network.model().toFile()).transform(array)
        array
    }

    /** Class probabilities, images x classes. */
    static float[][] probabilities(Network network, Examples images) {
        MultiLayerNetwork.load(network.model().toFile(), false)
                .output(input(network, images))
                .toFloatMatrix()
    }

    /** The activations of one layer after its activation function, by Deeplearning4j's layout. */
    static INDArray activations(Network network, Examples images, String layer) {
        def model = MultiLayerNetwork.load(network.model().toFile(), false)
        model.feedForward(input(network, images))[network.architecture().indexOf(layer) + 1]
    }

    /** Samples x units. */
    static List<List<Double>> samples(Network network, Examples images, String layer, Reading reading) {
        def array = activations(network, images, layer) // images x channels x height x width, or images x units
        if (array.rank() == 2) {
            return array.toDoubleMatrix().collect { it.toList() }
        }
        int height = array.size(2)
        int width = array.size(3)
        def perImage = (0..<(int) array.size(0)).collect { int image ->
            def channels = (0..<(int) array.size(1)).collect { int channel ->
                (0..<height * width).collect { int at -> array.getDouble(image, channel, at.intdiv(width), at % width) }
            }
            switch (reading) {
                case Reading.SUM: return [channels*.sum()]
                case Reading.MEAN: return [channels.collect { it.sum() / it.size() }]
                case Reading.MAX: return [channels*.max()]
                case Reading.POSITIONS: return channels.transpose()
                case Reading.FLATTEN: return [channels.transpose().flatten()]
            }
        }
        perImage.collectMany { it }
    }

    /** The gradient of the mean loss, in training mode, in our form. */
    static List<LayerWeights> gradient(Network network, Examples images) {
        def model = ModelSerializer.restoreMultiLayerNetwork(network.model().toFile())
        model.setInput(input(network, images))
        def labels = Nd4j.zeros(DataType.FLOAT, images.count(), images.classNames().size())
        (0..<images.count()).each { labels.putScalar([it, images.labels().at(it)] as int[], 1) }
        model.setLabels(labels)
        model.computeGradientAndScore()
        // the gradient's sum over images, until an updater divides it
        def vector = model.getFlattenedGradients().div(images.count()).data().asFloat()
        Coefficients.unpack(LearnedLayer.of(network.architecture()), vector)
    }
}

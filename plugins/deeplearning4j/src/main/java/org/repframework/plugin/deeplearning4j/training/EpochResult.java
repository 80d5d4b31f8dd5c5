package org.repframework.plugin.deeplearning4j.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.repframework.spi.Curve;

/**
 * One point of the training curve.
 *
 * @param loss mean cross-entropy of the epoch's images, each as its batch was trained, in nats
 * @param accuracy share of these images that were classified rightly
 * @param learningRate that of the epoch's first step
 */
record EpochResult(double loss, double accuracy, double learningRate) {

    static Curve curve(List<EpochResult> epochs) {
        return new Curve(
                "epoch",
                IntStream.rangeClosed(1, epochs.size())
                        .mapToObj(epoch -> (double) epoch)
                        .toList(),
                List.of(
                        series("loss", epochs, EpochResult::loss),
                        series("accuracy", epochs, EpochResult::accuracy),
                        series("learning rate", epochs, EpochResult::learningRate)));
    }

    private static Curve.Series series(String name, List<EpochResult> epochs, ToDoubleFunction<EpochResult> quantity) {
        return new Curve.Series(
                name, epochs.stream().map(quantity::applyAsDouble).toList());
    }
}

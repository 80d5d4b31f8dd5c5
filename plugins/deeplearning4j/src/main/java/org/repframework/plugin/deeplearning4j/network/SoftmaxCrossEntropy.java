package org.repframework.plugin.deeplearning4j.network;

/** The loss of a classifier, computed on the Java side: the logits are few. */
public final class SoftmaxCrossEntropy {

    private final Signal logits; // (images x classes)
    private final int images;
    private final int classes;
    private final float[] values;
    private final float[] gradient;

    /**
     * @param loss sum over images of the cross-entropy in nats; NaN or infinite if a logit is
     * @param correct images whose label has the highest logit, the first of equal ones
     */
    public record Outcome(double loss, int correct) {}

    SoftmaxCrossEntropy(Signal logits) {
        this.logits = logits.flat();
        images = this.logits.values().rows();
        classes = this.logits.values().columns();
        values = new float[images * classes];
        gradient = new float[images * classes];
    }

    /** Judges the logits and, where somebody below learns, fills the gradient of the mean loss. */
    public Outcome judge(int[] labels) {
        NativeFloats.take(logits.values(), values);
        var loss = 0.0;
        var correct = 0;
        for (var image = 0; image < images; image++) {
            var start = image * classes;
            var best = start;
            for (var i = start + 1; i < start + classes; i++) {
                if (values[i] > values[best]) {
                    best = i;
                }
            }
            var label = start + labels[image];
            loss += crossEntropy(start, best, label);
            correct += best == label ? 1 : 0;
        }
        if (logits.learning()) {
            NativeFloats.put(gradient, logits.gradient());
        }
        return new Outcome(loss, correct);
    }

    // StrictMath: the same bits on every machine.
    private double crossEntropy(int start, int best, int label) {
        var sum = 0.0;
        for (var i = start; i < start + classes; i++) {
            sum += StrictMath.exp((double) values[i] - values[best]);
        }
        var logarithm = StrictMath.log(sum);
        for (var i = start; i < start + classes; i++) {
            var probability = StrictMath.exp((double) values[i] - values[best] - logarithm);
            gradient[i] = (float) ((probability - (i == label ? 1 : 0)) / images);
        }
        return logarithm - ((double) values[label] - values[best]);
    }
}

package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.repframework.plugin.deeplearning4j.network.ForwardNetwork;
import org.repframework.plugin.deeplearning4j.network.NetworkPass;
import org.repframework.plugin.deeplearning4j.network.SoftmaxCrossEntropy;
import org.repframework.spi.Description;
import org.repframework.spi.Evaluator;
import org.repframework.spi.Examples;
import org.repframework.spi.Network;
import org.repframework.spi.Scores;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** How many labels a network gets right, and its loss. */
final class AccuracyEvaluator implements Evaluator<AccuracyEvaluator.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String summary() {
        return "share of images classified rightly, and the mean cross-entropy in nats";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean dependsOnThreads() {
        return true;
    }

    @Override
    public void check(Settings settings, Description.OfNetwork network, Description.OfExamples images) {
        Fit.requireShape("images", network, images);
        Fit.requireClasses("images", network, images);
    }

    @Override
    public Scores evaluate(Settings settings, Network network, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var labels = images.labels().toArray();
        var loss = 0.0;
        var correct = 0;
        try (var forward =
                new ForwardNetwork(network, network.architecture().layers().size(), images.pixels())) {
            var losses = new HashMap<NetworkPass, SoftmaxCrossEntropy>();
            forward.passes().forEach(pass -> losses.put(pass, pass.loss()));
            for (var first = 0; first < labels.length; first += ForwardNetwork.BLOCK) {
                context.checkInterrupted();
                var pass = forward.run(first);
                var outcome = losses.get(pass).judge(Arrays.copyOfRange(labels, first, first + pass.images()));
                loss += outcome.loss();
                correct += outcome.correct();
                context.progress(first + pass.images(), labels.length, "images");
            }
        }
        if (!Double.isFinite(loss)) {
            throw new StageFailure("the network's outputs are NaN or infinite: its loss is " + loss);
        }
        var scores = new LinkedHashMap<String, Double>();
        scores.put("accuracy", (double) correct / labels.length);
        scores.put("loss", loss / labels.length);
        return new Scores(scores);
    }
}

package org.repframework.plugin.deeplearning4j.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.network.ActivationMemory;
import org.repframework.plugin.deeplearning4j.network.CutActivations;
import org.repframework.plugin.deeplearning4j.network.Feed;
import org.repframework.plugin.deeplearning4j.network.FrozenLayers;
import org.repframework.plugin.deeplearning4j.network.ImageReader;
import org.repframework.plugin.deeplearning4j.network.NetworkPass;
import org.repframework.plugin.deeplearning4j.network.Parameters;
import org.repframework.plugin.deeplearning4j.network.SoftmaxCrossEntropy;
import org.repframework.spi.Architecture;
import org.repframework.spi.Curve;
import org.repframework.spi.Examples;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** Stochastic gradient descent on one network, from its initial weights or from the last epoch that was finished. */
public final class Training {

    private static final int IMAGES_BETWEEN_REPORTS = 256;

    /**
     * Where a training begins.
     *
     * @param frozen how many weighted layers, from below, do not learn
     */
    public record Start(
            Architecture architecture, List<LayerWeights> weights, int frozen, Normalisation normalisation) {}

    /** Keeps the weights of a moment; asked for the same one again, it replaces them. */
    @FunctionalInterface
    public interface Keeper {
        /** @param share of the training that is over */
        void keep(double share, List<LayerWeights> weights) throws IOException;
    }

    /** @param weights one a layer that learns or has learned, from below */
    public record Result(List<LayerWeights> weights, Curve curve) {}

    private final Hyperparameters settings;
    private final Start start;
    private final List<LearnedLayer> layers;
    private final Examples images;
    private final StageContext context;
    private final ImageOrder order;
    private final int[] labels;

    public Training(Hyperparameters settings, Start start, Examples images, StageContext context) {
        this.settings = settings;
        this.start = start;
        this.images = images;
        this.context = context;
        layers = LearnedLayer.of(start.architecture());
        order = new ImageOrder(context.seed("order of images"), images.count());
        labels = images.labels().toArray();
    }

    private int batch() {
        return Math.min(settings.batch(), images.count());
    }

    /** Goes on from the last finished epoch; what is to be kept of an epoch is kept before it counts as finished. */
    public Result run(Keeper keeper) throws StageFailure, InterruptedException, IOException {
        var state = Checkpoint.read(context.scratch(), layers).orElseGet(this::beginning);
        var parameters = parameters(state);
        try (var memory = new ActivationMemory()) {
            var passes = passes(parameters, memory);
            var epochs = new ArrayList<>(state.epochs());
            progress((long) epochs.size() * images.count());
            var feed = epochs.size() < settings.epochs() ? feed(parameters, memory) : null;
            while (epochs.size() < settings.epochs()) {
                epochs.add(epoch(epochs.size(), feed, passes, parameters, keeper));
                if (epochs.size() == settings.epochs()) {
                    keep(epochs.size(), 0, parameters, keeper);
                }
                state = new Checkpoint(epochs, weights(parameters), momentum(parameters));
                state.write(context.scratch());
            }
            return new Result(state.weights(), EpochResult.curve(epochs));
        } finally {
            parameters.values().forEach(Parameters::close);
        }
    }

    private Checkpoint beginning() {
        return new Checkpoint(
                List.of(),
                start.weights(),
                layers.stream().map(LayerWeights::zeros).toList());
    }

    private Map<String, Parameters> parameters(Checkpoint state) {
        var parameters = new LinkedHashMap<String, Parameters>();
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            var weights = state.weights().get(i);
            parameters.put(
                    layer.name(),
                    layer.cut() <= start.frozen()
                            ? Parameters.fixed(layer, weights)
                            : Parameters.learning(
                                    layer, weights, state.momentum().get(i)));
        }
        return parameters;
    }

    /** One for whole batches, and one for what is left at the end of an epoch. */
    private List<Batches> passes(Map<String, Parameters> parameters, ActivationMemory memory) {
        var passes = new ArrayList<Batches>();
        for (var size : new int[] {batch(), images.count() % batch()}) {
            if (size > 0) {
                var pass = NetworkPass.forTraining(
                        start.architecture(), start.frozen(), parameters, size, memory, context);
                passes.add(new Batches(pass, pass.loss(), new int[size]));
            }
        }
        return passes;
    }

    /** What the layers that learn read: images, or activations at the cut. */
    private Feed feed(Map<String, Parameters> parameters, ActivationMemory memory) throws InterruptedException {
        var reader = new ImageReader(images.pixels(), start.normalisation(), settings.augmentation(), batch());
        if (start.frozen() == 0) {
            return reader;
        }
        var frozen = new FrozenLayers(reader, start.architecture(), start.frozen(), parameters, batch(), memory);
        var cut = new Cut(start.architecture(), start.frozen(), images.count());
        if (settings.augmentation().changes() || cut.bytes() > settings.cutCache()) {
            context.note(start.frozen() + " frozen layers are computed in every epoch: "
                    + (settings.augmentation().changes()
                            ? "the images are augmented"
                            : cut.excess(settings.cutCache())));
            return frozen;
        }
        context.note("computing " + start.frozen() + " frozen layers once");
        return new CutActivations(frozen, images.count(), memory, context);
    }

    private record Batches(NetworkPass pass, SoftmaxCrossEntropy loss, int[] labels) {}

    /** The weights before the step that begins with an image of an epoch, if a checkpoint is nearest to it. */
    private void keep(int epoch, int first, Map<String, Parameters> parameters, Keeper keeper) throws IOException {
        var steps = (images.count() + batch() - 1L) / batch();
        for (var share : settings.checkpoints()) {
            if (Math.round(share * settings.epochs() * steps) == epoch * steps + first / batch()) {
                keeper.keep(share, weights(parameters));
            }
        }
    }

    private EpochResult epoch(
            int epoch, Feed feed, List<Batches> passes, Map<String, Parameters> parameters, Keeper keeper)
            throws StageFailure, InterruptedException, IOException {
        var shuffled = order.epoch(epoch);
        var loss = 0.0;
        var correct = 0;
        for (var first = 0; first < shuffled.length; ) {
            context.checkInterrupted();
            keep(epoch, first, parameters, keeper);
            var whole = shuffled.length - first >= batch();
            var batches = passes.get(whole ? 0 : 1);
            feed.feed(batches.pass(), epoch, shuffled, first);
            var outcome = step(batches, shuffled, epoch, first, parameters);
            if (!Double.isFinite(outcome.loss())) {
                throw diverged(epoch, first, "the loss became " + outcome.loss());
            }
            loss += outcome.loss();
            correct += outcome.correct();
            var next = Math.min(shuffled.length, first + batch());
            report(epoch, first, next);
            first = next;
        }
        for (var layer : parameters.values()) {
            if (!layer.weightsNow().finite()) {
                throw diverged(epoch, shuffled.length, "weights became NaN or infinite");
            }
        }
        var result =
                new EpochResult(loss / shuffled.length, (double) correct / shuffled.length, learningRate(epoch, 0));
        context.note(String.format(
                Locale.ROOT,
                "epoch %d, loss %.2f, accuracy %.2f, learning rate %.2g",
                epoch + 1,
                result.loss(),
                result.accuracy(),
                result.learningRate()));
        return result;
    }

    private double learningRate(int epoch, int first) {
        return settings.learningRate().after(epoch + (double) first / images.count());
    }

    private SoftmaxCrossEntropy.Outcome step(
            Batches batches, int[] shuffled, int epoch, int first, Map<String, Parameters> parameters) {
        var pass = batches.pass();
        for (var i = 0; i < batches.labels().length; i++) {
            batches.labels()[i] = labels[shuffled[first + i]];
        }
        pass.draw((long) epoch * images.count() + first);
        pass.forward();
        var outcome = batches.loss().judge(batches.labels());
        pass.backward();
        for (var layer : parameters.values()) {
            if (layer.learning()) {
                layer.descend(learningRate(epoch, first), settings.momentum(), settings.weightDecay());
            }
        }
        return outcome;
    }

    private void report(int epoch, int first, int next) {
        var whole = next == images.count();
        if (whole || first / IMAGES_BETWEEN_REPORTS != next / IMAGES_BETWEEN_REPORTS) {
            progress((long) epoch * images.count() + next);
        }
    }

    private void progress(long seen) {
        context.progress(seen, (long) settings.epochs() * images.count(), "images");
    }

    private StageFailure diverged(int epoch, int first, String what) {
        return new StageFailure("training diverged in epoch " + (epoch + 1) + " of " + settings.epochs() + ": " + what
                + " at learning rate " + learningRate(epoch, first) + ". Try a smaller one, for example learningRate: "
                + settings.learningRate().initial() / 10 + (settings.momentum() > 0 ? ", or less momentum" : ""));
    }

    private static List<LayerWeights> weights(Map<String, Parameters> parameters) {
        return parameters.values().stream().map(Parameters::weightsNow).toList();
    }

    private static List<LayerWeights> momentum(Map<String, Parameters> parameters) {
        return parameters.values().stream()
                .map(layer -> layer.learning() ? layer.momentumNow() : LayerWeights.zeros(layer.layer()))
                .toList();
    }
}

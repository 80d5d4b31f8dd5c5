package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.repframework.plugin.deeplearning4j.model.Architectures;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.plugin.deeplearning4j.training.Hyperparameters;
import org.repframework.plugin.deeplearning4j.training.LearningRate;
import org.repframework.plugin.deeplearning4j.training.Training;
import org.repframework.spi.Architecture;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Network;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trainer;

/** Stochastic gradient descent with momentum and weight decay on the cross-entropy. */
final class SgdTrainer implements Trainer<SgdTrainer.Settings> {

    private static final String DEFAULT_NETWORK = "convnet";
    private static final Blueprint NO_NETWORK = new Blueprint.Named("");

    record Settings(
            @Setting(
                    value = "architecture with fresh weights: 'convnet', 'lenet', 'mlp', 'vgg11', 'vgg11-bn' (both for"
                            + " 32x32), 'alexnet' (for 227x227) or a network block; empty: what 'from' is, without it"
                            + " 'convnet'",
                    defaultValue = "")
            Blueprint network,

            @Setting(value = "passes over the training images", defaultValue = "10", min = 1)
            int epochs,

            @Setting(value = "images a step", defaultValue = "128", min = 1)
            int batch,

            @Setting(value = "length of a step, above 0", defaultValue = "0.01", min = 0)
            double learningRate,

            @Setting(value = "share of the last step that goes into the next", defaultValue = "0.9", min = 0, max = 1)
            double momentum,

            @Setting(
                    value = "L2: this times a weight is added to its gradient; not for biases",
                    defaultValue = "5e-4",
                    min = 0)
            double weightDecay,

            @Setting(
                    value = "learning rate over time: 'constant', 'step' (times stepFactor after each stepEpochs) or"
                            + " 'cosine' (half a cosine to 0 over all batches)",
                    defaultValue = "constant")
            LearningRate.Schedule schedule,

            @Setting(
                    value = "with schedule 'step': epochs from one step to the next; 0: a third of all, rounded up",
                    defaultValue = "0",
                    min = 0)
            int stepEpochs,

            @Setting(
                    value = "with schedule 'step': what the learning rate is multiplied by",
                    defaultValue = "0.1",
                    min = 0,
                    max = 1)
            double stepFactor) {

        Settings {
            if (!(learningRate > 0)) {
                throw Refusal.of("learningRate", "learningRate is " + learningRate + "; it must be above 0");
            }
            if (!(momentum < 1)) {
                throw Refusal.of("momentum", "momentum is " + momentum + "; it must be below 1");
            }
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String summary() {
        return "stochastic gradient descent with momentum and weight decay on the cross-entropy";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfNetwork describe(
            Settings settings, Description.OfExamples images, Optional<Description.OfNetwork> from) {
        if (from.isEmpty()) {
            var architecture = architecture(settings, images.shape(), images.classNames());
            return new Description.OfNetwork(architecture, images.classNames(), 0);
        }
        var network = from.get();
        if (!settings.network().equals(NO_NETWORK)) {
            throw Refusal.of(
                    "network",
                    "network '" + settings.network().name() + "' asks for fresh weights, 'from' for those of a "
                            + network.architecture().name() + "; give one of the two");
        }
        Fit.requireShape("images", network, images);
        Fit.requireClasses("images", network, images);
        var layers = network.architecture().weighted().size();
        if (network.frozen() >= layers) {
            throw Refusal.of(
                    "from", network.frozen() + " of the network's " + layers + " layers are frozen: none would learn");
        }
        return network;
    }

    private static Architecture architecture(Settings settings, ImageShape shape, List<String> classNames) {
        if (settings.network() instanceof Blueprint.Layered block) {
            return Architectures.trainable(block.architecture(shape, classNames.size()));
        }
        var name = settings.network().equals(NO_NETWORK)
                ? DEFAULT_NETWORK
                : settings.network().name();
        return Architectures.named(name, shape, classNames.size());
    }

    @Override
    public Trained train(Settings settings, Examples images, Optional<Network> from, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var start = from.isPresent() ? start(from.get()) : start(settings, images, context);
        var hyperparameters = new Hyperparameters(
                settings.epochs(),
                settings.batch(),
                new LearningRate(
                        settings.schedule(),
                        settings.learningRate(),
                        settings.epochs(),
                        settings.stepEpochs(),
                        settings.stepFactor()),
                settings.momentum(),
                settings.weightDecay());
        var result = new Training(hyperparameters, start, images, context).run();
        var network = ModelFile.write(
                context.scratch().resolve("network.zip"),
                start.architecture(),
                images.classNames(),
                start.normalisation(),
                start.frozen(),
                result.weights());
        return new Trained(network, result.curve());
    }

    private static Training.Start start(Network from) throws IOException {
        return new Training.Start(from.architecture(), ModelFile.read(from), from.frozen(), from.normalisation());
    }

    private static Training.Start start(Settings settings, Examples images, Seeds seeds) {
        var architecture = architecture(settings, images.pixels().shape(), images.classNames());
        var weights = LearnedLayer.of(architecture).stream()
                .map(layer -> LayerWeights.fresh(layer, seeds.seed("initial weights/" + layer.name())))
                .toList();
        return new Training.Start(architecture, weights, 0, Standardiser.fit(images.pixels()));
    }
}

package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.repframework.plugin.deeplearning4j.model.Architectures;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.plugin.deeplearning4j.network.MemoryEstimate;
import org.repframework.plugin.deeplearning4j.training.Cut;
import org.repframework.plugin.deeplearning4j.training.Training;
import org.repframework.spi.Architecture;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Network;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trainer;

/** Stochastic gradient descent with momentum and weight decay on the cross-entropy. */
final class SgdTrainer implements Trainer<SgdSettings> {

    private static final String DEFAULT_NETWORK = "convnet";
    private static final Blueprint NO_NETWORK = new Blueprint.Named("");

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String summary() {
        return "stochastic gradient descent with momentum and weight decay on the cross-entropy";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Class<SgdSettings> settings() {
        return SgdSettings.class;
    }

    @Override
    public Description.OfNetwork describe(
            SgdSettings settings, Description.OfExamples images, Optional<Description.OfNetwork> from) {
        Fit.requireSeveralClasses("images", images);
        if (from.isEmpty()) {
            if (settings.demandCutCache()) {
                throw Refusal.of("demandCutCache", "fresh weights have no frozen layers: there is no cut");
            }
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
        requireCutCache(settings, network, images);
        return network;
    }

    private static void requireCutCache(
            SgdSettings settings, Description.OfNetwork network, Description.OfExamples images) {
        if (!settings.demandCutCache()) {
            return;
        }
        if (network.frozen() == 0) {
            throw Refusal.of("demandCutCache", "no layer of the network is frozen: there is no cut");
        }
        var cut = new Cut(network.architecture(), network.frozen(), images.count());
        if (cut.bytes() > settings.cutCacheBytes()) {
            throw Refusal.of("demandCutCache", cut.excess(settings.cutCacheBytes()));
        }
    }

    private static Architecture architecture(SgdSettings settings, ImageShape shape, List<String> classNames) {
        if (settings.network() instanceof Blueprint.Layered block) {
            return Architectures.trainable(block.architecture(shape, classNames.size()));
        }
        var name = settings.network().equals(NO_NETWORK)
                ? DEFAULT_NETWORK
                : settings.network().name();
        return Architectures.named(name, shape, classNames.size());
    }

    @Override
    public List<Double> checkpoints(SgdSettings settings) {
        return settings.checkpoints();
    }

    @Override
    public Trained train(SgdSettings settings, Examples images, Optional<Network> from, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var start = from.isPresent() ? start(from.get()) : start(settings, images, context);
        new MemoryEstimate(start.architecture(), start.frozen())
                .require(Math.min(settings.batch(), images.count()), Pointer.maxBytes());
        var scratch = context.scratch();
        var training = new Training(settings.hyperparameters(context), start, images, context);
        var result = training.run((share, weights) -> write(checkpoint(scratch, share), start, images, weights));
        var checkpoints = new TreeMap<Double, Network>();
        for (var share : settings.checkpoints()) {
            checkpoints.put(
                    share,
                    ModelFile.open(
                            checkpoint(scratch, share),
                            start.architecture(),
                            images.classNames(),
                            start.normalisation(),
                            start.frozen()));
        }
        var network = write(scratch.resolve("network.zip"), start, images, result.weights());
        return new Trained(network, result.curve(), checkpoints);
    }

    private static Path checkpoint(Path scratch, double share) {
        return scratch.resolve("network-" + share + ".zip");
    }

    private static Network write(Path file, Training.Start start, Examples images, List<LayerWeights> weights)
            throws IOException {
        return ModelFile.write(
                file, start.architecture(), images.classNames(), start.normalisation(), start.frozen(), weights);
    }

    private static Training.Start start(Network from) throws IOException {
        return new Training.Start(from.architecture(), ModelFile.read(from), from.frozen(), from.normalisation());
    }

    private static Training.Start start(SgdSettings settings, Examples images, Seeds seeds) {
        var architecture = architecture(settings, images.pixels().shape(), images.classNames());
        var weights = LearnedLayer.of(architecture).stream()
                .map(layer -> LayerWeights.fresh(layer, seeds.seed("initial weights/" + layer.name())))
                .toList();
        return new Training.Start(architecture, weights, 0, Standardiser.fit(images.pixels()));
    }
}

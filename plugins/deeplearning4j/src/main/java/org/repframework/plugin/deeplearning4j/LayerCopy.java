package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.repframework.plugin.deeplearning4j.model.Architectures;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.spi.Architecture;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Network;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.TransferBuilder;

/**
 * Copies the lowest layers of a donor and draws the rest anew (Yosinski, Clune, Bengio and Lipson, "How transferable
 * are features in deep neural networks?", NIPS 2014).
 */
final class LayerCopy implements TransferBuilder<LayerCopy.Settings> {

    /** Whose pixels the new network's input is standardised by. */
    enum Source {
        TARGET,
        DONOR
    }

    record Settings(
            @Setting(value = "how many layers with weights are copied, from below; the last is never copied", min = 0)
            int layers,

            @Setting(value = "whether the copied layers stay as they are in training", defaultValue = "true")
            boolean freeze,

            @Setting(
                    value = "whose images the pixels are standardised by, 'target' or 'donor'",
                    defaultValue = "target")
            Source normalisation) {}

    @Override
    public String name() {
        return "copy-layers";
    }

    @Override
    public String summary() {
        return "copies the lowest layers of a network and draws the others anew, for the target's classes";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfNetwork describe(
            Settings settings, Description.OfNetwork donor, Description.OfExamples target) {
        Fit.requireShape("target", donor, target);
        Fit.requireSeveralClasses("target", target);
        Fit.requireCut(settings.layers(), donor, "copied");
        return new Description.OfNetwork(
                architecture(donor.architecture(), target.classNames()), target.classNames(), frozen(settings));
    }

    private static Architecture architecture(Architecture donor, List<String> classNames) {
        return Architectures.resized(donor, classNames.size());
    }

    private static int frozen(Settings settings) {
        return settings.freeze() ? settings.layers() : 0;
    }

    @Override
    public Network build(Settings settings, Network donor, Examples target, StageContext context) throws IOException {
        var architecture = architecture(donor.architecture(), target.classNames());
        var cut = settings.layers();
        var donated = ModelFile.read(donor);
        var layers = LearnedLayer.of(architecture);
        var weights = new ArrayList<LayerWeights>();
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            weights.add(
                    layer.cut() <= cut
                            ? donated.get(i)
                            : LayerWeights.fresh(layer, context.seed("fresh weights/" + cut + "/" + layer.name())));
        }
        var normalisation = switch (settings.normalisation()) {
            case TARGET -> Standardiser.fit(target.pixels());
            case DONOR -> donor.normalisation();
        };
        return ModelFile.write(
                context.scratch().resolve("network.zip"),
                architecture,
                target.classNames(),
                normalisation,
                frozen(settings),
                weights);
    }
}

package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.util.ArrayList;
import org.repframework.plugin.deeplearning4j.model.Architectures;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Network;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.TransferBuilder;

/**
 * A network whose lowest layers are random and never learn (Yosinski et al., NIPS 2014, section 4.3). Of the donor only
 * the architecture is taken. The layers above start as those that {@link LayerCopy} draws with the same seeds.
 */
final class RandomLayers implements TransferBuilder<RandomLayers.Settings> {

    /** Of the paper, which draws all weights so, whatever the layer. */
    private static final double PUBLISHED_DEVIATION = 0.01;

    enum Initialisation {
        NORMAL,
        HE
    }

    record Settings(
            @Setting(value = "how many layers with weights are random and frozen, from below; never the last", min = 0)
            int layers,

            @Setting(
                    value = "their weights: 'normal' with a deviation of 0.01, as published, under which the signal"
                            + " fades with depth; 'he' keeps its size",
                    defaultValue = "he")
            Initialisation initialisation) {}

    @Override
    public String name() {
        return "random-layers";
    }

    @Override
    public String summary() {
        return "a network whose lowest layers are random and frozen, for the target's classes";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfNetwork describe(
            Settings settings, Description.OfNetwork donor, Description.OfExamples target) {
        Fit.requireShape("target", donor, target);
        Fit.requireCut(settings.layers(), donor, "random");
        var classes = target.classNames();
        return new Description.OfNetwork(
                Architectures.resized(donor.architecture(), classes.size()), classes, settings.layers());
    }

    @Override
    public Network build(Settings settings, Network donor, Examples target, StageContext context) throws IOException {
        var architecture =
                Architectures.resized(donor.architecture(), target.classNames().size());
        var weights = new ArrayList<LayerWeights>();
        for (var layer : LearnedLayer.of(architecture)) {
            weights.add(weights(layer, settings, context));
        }
        return ModelFile.write(
                context.scratch().resolve("network.zip"),
                architecture,
                target.classNames(),
                Standardiser.fit(target.pixels()),
                settings.layers(),
                weights);
    }

    private static LayerWeights weights(LearnedLayer layer, Settings settings, Seeds seeds) {
        if (layer.cut() > settings.layers()) {
            return LayerWeights.fresh(layer, seeds.seed("fresh weights/" + settings.layers() + "/" + layer.name()));
        }
        var seed = seeds.seed("random filters/" + layer.name());
        return switch (settings.initialisation()) {
            case NORMAL -> LayerWeights.normal(layer, PUBLISHED_DEVIATION, seed);
            case HE -> LayerWeights.fresh(layer, seed);
        };
    }
}

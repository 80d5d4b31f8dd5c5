package org.repframework.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.registry.BrokenPlugin;
import org.repframework.engine.registry.InstalledPlugin;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.LoadedPlugins;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.registry.StageId;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Architecture;
import org.repframework.spi.Artifact;
import org.repframework.spi.Blueprint;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Description;
import org.repframework.spi.Evaluator;
import org.repframework.spi.Evidence;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Layer;
import org.repframework.spi.Matcher;
import org.repframework.spi.Matching;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.Network;
import org.repframework.spi.Plugin;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Scores;
import org.repframework.spi.Setting;
import org.repframework.spi.Stage;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;
import org.repframework.spi.Trainer;

/** Stages that describe themselves and compute nothing, for specifications of plans. */
public final class InventedStages implements Plugin {

    private static final ImageShape SHAPE = new ImageShape(8, 8, 3);

    @Override
    public String name() {
        return "invented";
    }

    @Override
    public String summary() {
        return "for specifications";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new Pictures(), new Sgd(), new Units(), new Pearson(), new Bipartite(), new Accuracy(), new Rows());
    }

    public static Registry registry() {
        return registry(List.of());
    }

    public static Registry registry(List<BrokenPlugin> broken) {
        var plugin = new InstalledPlugin("invented", "1.0", "for specifications", Path.of("plugins/invented"), "");
        var stages = new HashMap<StageId, InstalledStage>();
        for (var stage : new InventedStages().stages()) {
            stages.put(new StageId(stage.role(), stage.name()), new InstalledStage(stage, plugin));
        }
        return new Registry(stages, new LoadedPlugins(List.of(plugin), new ArrayList<>(stages.values()), broken));
    }

    record Pictures() implements DatasetSource<Pictures.Settings> {
        public record Settings(
                @Setting("a file") Path path,

                @Setting(value = "how many", defaultValue = "100", min = 1, max = 1000)
                int count) {}

        @Override
        public String name() {
            return "pictures";
        }

        @Override
        public String summary() {
            return "pictures";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Description.OfDataset describe(Settings settings) {
            var part = new Description.OfExamples(
                    List.of(settings.count() / 2, settings.count() - settings.count() / 2),
                    SHAPE,
                    List.of("cat", "dog"));
            return new Description.OfDataset(part, part);
        }

        @Override
        public Dataset load(Settings settings, StageContext context) throws StageFailure {
            throw new StageFailure("nothing is loaded here");
        }
    }

    record Sgd() implements Trainer<Sgd.Settings> {
        public enum Schedule {
            CONSTANT,
            COSINE_DECAY
        }

        public record Settings(
                @Setting(value = "passes", defaultValue = "10", min = 1)
                int epochs,

                @Setting(value = "step", defaultValue = "0.01", min = 0)
                double learningRate,

                @Setting(value = "of the step", defaultValue = "constant")
                Schedule schedule,

                @Setting(value = "what learns", defaultValue = "tiny")
                Blueprint network,

                @Setting(value = "kept after", defaultValue = "")
                List<Double> checkpoints) {}

        @Override
        public List<Double> checkpoints(Settings settings) {
            return settings.checkpoints();
        }

        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public String summary() {
            return "trains";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Description.OfNetwork describe(
                Settings settings, Description.OfExamples images, Optional<Description.OfNetwork> from) {
            if (settings.network() instanceof Blueprint.Layered block) {
                var classes = images.classNames();
                return new Description.OfNetwork(block.architecture(images.shape(), classes.size()), classes, 0);
            }
            var architecture = new Architecture(
                    "tiny",
                    images.shape(),
                    List.of(
                            new Layer.Convolution("conv1", 4, 3, Layer.Activation.RELU),
                            new Layer.Dense("fc2", 2, Layer.Activation.IDENTITY)));
            return new Description.OfNetwork(architecture, images.classNames(), 0);
        }

        @Override
        public Trained train(Settings settings, Examples images, Optional<Network> from, StageContext context)
                throws StageFailure {
            throw new StageFailure("nothing is trained here");
        }
    }

    record Units() implements ActivationRecorder<Units.Settings> {
        public record Settings(
                @Setting("the layer") String layer,

                @Setting(
                        value = "the unit",
                        defaultValue = "sum",
                        choices = {"sum", "positions", "drawn", "frequencies"})
                String reading) {}

        @Override
        public String name() {
            return "units";
        }

        @Override
        public String summary() {
            return "records";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public RecordingDescription describe(
                Settings settings, Description.OfNetwork network, Description.OfExamples images) {
            var shape =
                    network.architecture().shapes().get(network.architecture().indexOf(settings.layer()));
            var positions = settings.reading().equals("positions") ? shape.height() * shape.width() : 1;
            var drawn = "1 of " + shape.height() + "x" + shape.width();
            return new RecordingDescription(
                    settings.layer(),
                    settings.reading(),
                    shape.channels(),
                    (long) images.count() * positions,
                    settings.reading().equals("drawn") ? drawn : "",
                    settings.reading().equals("frequencies"));
        }

        @Override
        public List<JointMoments> jointMoments(List<Pair<Settings>> pairs, Examples images, StageContext context)
                throws StageFailure {
            throw new StageFailure("nothing is recorded here");
        }
    }

    /** One that may be applied at each frequency; not among the stages. */
    public record Canonical() implements MomentMetric<Canonical.Settings> {
        public record Settings(
                @Setting(
                        value = "mean or sum",
                        defaultValue = "mean",
                        choices = {"mean", "sum"})
                String form) {}

        @Override
        public String name() {
            return "canonical";
        }

        @Override
        public String summary() {
            return "correlates at each frequency";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public boolean comparesFrequencies(Settings settings) {
            return settings.form().equals("mean");
        }

        @Override
        public Evidence evidence(Settings settings, RecordingDescription x, RecordingDescription y) {
            return Evidence.GRAM;
        }

        @Override
        public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
            return Description.of(Scores.class);
        }

        /** Of one unit a side |xy|² / (xx yy), and a score besides. */
        @Override
        public Artifact correlate(Settings settings, JointMoments moments, StageContext context) {
            context.warn(moments.samples() + " samples");
            var squares = Arrays.stream(moments.xy().toArray())
                    .map(value -> value * value)
                    .sum();
            var scores = new LinkedHashMap<String, Double>();
            scores.put(
                    "canonical",
                    squares
                            / moments.unitsX()
                            / moments.xx().at(0, 0)
                            / moments.yy().at(0, 0));
            scores.put("other", -1.0);
            return new Scores(scores);
        }
    }

    record Pearson() implements MomentMetric<Pearson.Settings> {
        public record Settings() {}

        @Override
        public String name() {
            return "pearson";
        }

        @Override
        public String summary() {
            return "correlates";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
            return new Description.OfCorrelation(x.units(), y.units());
        }

        @Override
        public Artifact correlate(Settings settings, JointMoments moments, StageContext context) {
            return new CorrelationMatrix("pearson", moments.xy(), moments.samples(), List.of(), List.of());
        }
    }

    record Bipartite() implements Matcher<Bipartite.Settings> {
        public record Settings() {}

        @Override
        public String name() {
            return "bipartite";
        }

        @Override
        public String summary() {
            return "matches";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Matching match(Settings settings, CorrelationMatrix correlation, StageContext context) {
            return new Matching("bipartite", List.of(new Matching.Pair(0, 0, 1)), correlation);
        }
    }

    record Accuracy() implements Evaluator<Accuracy.Settings> {
        public record Settings() {}

        @Override
        public String name() {
            return "accuracy";
        }

        @Override
        public String summary() {
            return "judges";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public void check(Settings settings, Description.OfNetwork network, Description.OfExamples images) {}

        @Override
        public Scores evaluate(Settings settings, Network network, Examples images, StageContext context) {
            return new Scores(Map.of("accuracy", 1.0));
        }
    }

    record Rows() implements Summary<Rows.Settings> {
        public record Settings() {}

        @Override
        public String name() {
            return "table";
        }

        @Override
        public String summary() {
            return "tabulates";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
            return new Description.OfTable(List.of("net", "score"));
        }

        @Override
        public Table summarise(Settings settings, List<Row> rows, StageContext context) {
            return new Table(List.of("rows"), List.of(List.of(rows.size())));
        }
    }
}

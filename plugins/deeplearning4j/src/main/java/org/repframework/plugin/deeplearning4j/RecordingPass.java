package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.numerics.JointMomentAccumulator;
import org.repframework.plugin.deeplearning4j.network.ForwardNetwork;
import org.repframework.plugin.deeplearning4j.network.NetworkPass;
import org.repframework.plugin.deeplearning4j.network.UnitBlock;
import org.repframework.spi.ActivationRecorder.Pair;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Pixels;
import org.repframework.spi.Recording;
import org.repframework.spi.Samples;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * One pass over a probe set that serves many pairs of recordings: each network runs once, only up to its highest
 * recorded layer, and each recording is read once. Networks are the same if their model files are.
 */
final class RecordingPass implements AutoCloseable {

    private record Key(Path model, UnitRecorder.Settings settings) {
        static Key of(Recording<UnitRecorder.Settings> recording) {
            return new Key(recording.network().model(), recording.settings());
        }
    }

    private final Map<Key, Recording<UnitRecorder.Settings>> recordings = new LinkedHashMap<>();
    private final Map<Path, ForwardNetwork> networks = new LinkedHashMap<>();
    private final Map<Key, Map<NetworkPass, UnitBlock>> blocks = new LinkedHashMap<>();
    private final int[] units;
    private final List<JointMomentAccumulator.Pair> pairs;

    private RecordingPass(List<Pair<UnitRecorder.Settings>> asked, Pixels pixels) throws IOException {
        for (var pair : asked) {
            recordings.putIfAbsent(Key.of(pair.x()), pair.x());
            recordings.putIfAbsent(Key.of(pair.y()), pair.y());
        }
        var keys = List.copyOf(recordings.keySet());
        pairs = asked.stream()
                .map(pair ->
                        new JointMomentAccumulator.Pair(keys.indexOf(Key.of(pair.x())), keys.indexOf(Key.of(pair.y()))))
                .toList();
        units = recordings.values().stream().mapToInt(RecordingPass::units).toArray();
        for (var recording : recordings.values()) {
            var model = recording.network().model();
            if (!networks.containsKey(model)) {
                networks.put(model, new ForwardNetwork(recording.network(), depth(model), pixels));
            }
        }
        recordings.keySet().forEach(key -> blocks.put(key, blocks(key)));
    }

    static List<JointMoments> jointMoments(
            List<Pair<UnitRecorder.Settings>> asked, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        try (var pass = new RecordingPass(asked, images.pixels());
                var moments = new JointMomentAccumulator(pass.units, pass.pairs)) {
            for (var first = 0; first < images.count(); first += ForwardNetwork.BLOCK) {
                context.checkInterrupted();
                moments.add(pass.read(first));
                context.progress(Math.min(first + ForwardNetwork.BLOCK, images.count()), images.count(), "images");
            }
            return moments.results();
        }
    }

    /** The samples of each recording, written while the networks run. */
    static List<Samples> samples(List<Recording<UnitRecorder.Settings>> asked, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var pairs = asked.stream()
                .map(recording -> new Pair<>(recording, recording))
                .toList();
        try (var pass = new RecordingPass(pairs, images.pixels());
                var files = new SampleFiles()) {
            for (var recording : pass.recordings.values()) {
                var file = Files.createTempFile(context.scratch(), "samples", ".npy");
                files.open(file, images.count(), samplesPerImage(recording), units(recording));
            }
            for (var first = 0; first < images.count(); first += ForwardNetwork.BLOCK) {
                context.checkInterrupted();
                files.add(pass.read(first));
                context.progress(Math.min(first + ForwardNetwork.BLOCK, images.count()), images.count(), "images");
            }
            var written = files.finish();
            return pass.pairs.stream().map(pair -> written.get(pair.x())).toList();
        }
    }

    private static int units(Recording<UnitRecorder.Settings> recording) {
        return recording.settings().reading().units(output(recording));
    }

    private static int samplesPerImage(Recording<UnitRecorder.Settings> recording) {
        return recording.settings().reading().samplesPerImage(output(recording));
    }

    private static ImageShape output(Recording<UnitRecorder.Settings> recording) {
        var architecture = recording.network().architecture();
        return architecture
                .shapes()
                .get(architecture.indexOf(recording.settings().layer()));
    }

    /** How many layers of a network are computed. */
    private int depth(Path model) {
        return recordings.values().stream()
                .filter(recording -> recording.network().model().equals(model))
                .mapToInt(RecordingPass::depth)
                .max()
                .orElseThrow();
    }

    private static int depth(Recording<UnitRecorder.Settings> recording) {
        return recording.network().architecture().indexOf(recording.settings().layer()) + 1;
    }

    private Map<NetworkPass, UnitBlock> blocks(Key key) {
        var network = networks.get(key.model());
        var settings = key.settings();
        var each = new LinkedHashMap<NetworkPass, UnitBlock>();
        for (var pass : network.passes()) {
            each.put(pass, new UnitBlock(pass, settings.layer(), settings.reading(), network.memory()));
        }
        return each;
    }

    /** The samples x units of every recording over the block that begins with an image. */
    private List<INDArray> read(int first) throws StageFailure {
        var passes = new LinkedHashMap<Path, NetworkPass>();
        networks.forEach((model, network) -> passes.put(model, network.run(first)));
        var samples = new ArrayList<INDArray>();
        for (var key : blocks.keySet()) {
            var block = blocks.get(key).get(passes.get(key.model()));
            samples.add(block.samples());
            if (block.brokenUnits() > 0) {
                throw broken(recordings.get(key), block);
            }
        }
        return samples;
    }

    private static StageFailure broken(Recording<UnitRecorder.Settings> recording, UnitBlock block) {
        var network = recording.network();
        return new StageFailure(block.brokenUnits() + " of " + block.samples().columns() + " units of layer '"
                + recording.settings().layer() + "' of the "
                + network.architecture().name() + " in " + network.model()
                + " have activations that are NaN or infinite: its weights are so large that it computes beyond the"
                + " range of floats, as after a training that diverged. Train it with a smaller learningRate, or"
                + " record a lower layer");
    }

    @Override
    public void close() {
        networks.values().forEach(ForwardNetwork::close);
    }
}

package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.plugin.deeplearning4j.network.ForwardNetwork;
import org.repframework.plugin.deeplearning4j.network.NetworkPass;
import org.repframework.plugin.deeplearning4j.network.UnitBlock;
import org.repframework.spi.Examples;
import org.repframework.spi.Recording;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * One pass over a probe set that serves many recordings: each network runs once over the images in one order, only up
 * to its highest recorded layer, and each recording is read once. Networks are the same if their model files are.
 */
final class RecordingPass implements AutoCloseable {

    private record Run(Path model, int shuffle) {}

    private record Key(Run run, UnitRecorder.Settings settings) {
        static Key of(Recording<UnitRecorder.Settings> recording) {
            var settings = recording.settings();
            return new Key(new Run(recording.network().model(), settings.shuffle()), settings);
        }
    }

    /** Takes the blocks of all recordings over the same images, in the order of {@link #recordings()}. */
    @FunctionalInterface
    interface Reader {
        void take(List<UnitBlock> blocks) throws IOException;
    }

    private final Map<Key, Recording<UnitRecorder.Settings>> recordings = new LinkedHashMap<>();
    private final Map<Run, ForwardNetwork> networks = new LinkedHashMap<>();
    private final Map<Key, Map<NetworkPass, UnitBlock>> blocks = new LinkedHashMap<>();
    private final int images;

    RecordingPass(List<Recording<UnitRecorder.Settings>> asked, Examples images) throws IOException {
        this.images = images.count();
        asked.forEach(recording -> recordings.putIfAbsent(Key.of(recording), recording));
        for (var entry : recordings.entrySet()) {
            var run = entry.getKey().run();
            if (!networks.containsKey(run)) {
                var order = new ShuffledImages(run.shuffle(), images.count());
                var network = entry.getValue().network();
                networks.put(run, new ForwardNetwork(network, depth(run), order.of(images.pixels())));
            }
        }
        recordings.keySet().forEach(key -> blocks.put(key, blocks(key)));
    }

    /** The recordings asked for, each once. */
    List<Recording<UnitRecorder.Settings>> recordings() {
        return List.copyOf(recordings.values());
    }

    /** Position among {@link #recordings()}. */
    int indexOf(Recording<UnitRecorder.Settings> recording) {
        return List.copyOf(recordings.keySet()).indexOf(Key.of(recording));
    }

    /** Runs the networks over all images, block by block. */
    void run(StageContext context, Reader reader) throws StageFailure, InterruptedException, IOException {
        for (var first = 0; first < images; first += ForwardNetwork.BLOCK) {
            context.checkInterrupted();
            reader.take(read(first));
            context.progress(Math.min(first + ForwardNetwork.BLOCK, images), images, "images");
        }
    }

    /** How many layers of a network are computed. */
    private int depth(Run run) {
        return recordings.entrySet().stream()
                .filter(entry -> entry.getKey().run().equals(run))
                .mapToInt(entry -> depth(entry.getValue()))
                .max()
                .orElseThrow();
    }

    private static int depth(Recording<UnitRecorder.Settings> recording) {
        return recording.network().architecture().indexOf(recording.settings().layer()) + 1;
    }

    private Map<NetworkPass, UnitBlock> blocks(Key key) {
        var network = networks.get(key.run());
        var settings = key.settings();
        var sampled =
                settings.sampled(settings.output(recordings.get(key).network().architecture()));
        var each = new LinkedHashMap<NetworkPass, UnitBlock>();
        for (var pass : network.passes()) {
            each.put(pass, new UnitBlock(pass, settings.layer(), settings.reading(), sampled, network.memory()));
        }
        return each;
    }

    /** Every recording over the block that begins with an image. */
    private List<UnitBlock> read(int first) throws StageFailure {
        var passes = new LinkedHashMap<Run, NetworkPass>();
        networks.forEach((run, network) -> passes.put(run, network.run(first)));
        var read = new ArrayList<UnitBlock>();
        for (var key : blocks.keySet()) {
            var block = blocks.get(key).get(passes.get(key.run()));
            block.read(first);
            if (block.brokenUnits() > 0) {
                throw broken(recordings.get(key), block);
            }
            read.add(block);
        }
        return read;
    }

    private static StageFailure broken(Recording<UnitRecorder.Settings> recording, UnitBlock block) {
        var network = recording.network();
        return new StageFailure(block.brokenUnits() + " of " + block.units() + " units of layer '"
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

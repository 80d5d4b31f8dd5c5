package org.repframework.plugin.deeplearning4j.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.spi.Network;
import org.repframework.spi.Pixels;

/** A trained network that runs over images in blocks of a fixed size, in order; the last block may be smaller. */
public final class ForwardNetwork implements AutoCloseable {

    /** Images of a block. */
    public static final int BLOCK = 128;

    private final Map<String, Parameters> parameters = new HashMap<>();
    private final ActivationMemory memory = new ActivationMemory();
    private final List<NetworkPass> passes = new ArrayList<>(); // one for each size of block, the largest first
    private final ImageReader reader;
    private final int[] images;

    /** @param layers how many layers, from below, are computed */
    public ForwardNetwork(Network network, int layers, Pixels pixels) throws IOException {
        var architecture = network.architecture();
        var learned = LearnedLayer.of(architecture);
        var weights = ModelFile.read(network);
        for (var i = 0; i < learned.size(); i++) {
            parameters.put(learned.get(i).name(), Parameters.fixed(learned.get(i), weights.get(i)));
        }
        images = IntStream.range(0, pixels.count()).toArray();
        reader = new ImageReader(pixels, network.normalisation(), Augmentation.NONE, Math.min(BLOCK, images.length));
        for (var size : new int[] {images.length >= BLOCK ? BLOCK : 0, images.length % BLOCK}) {
            if (size > 0) {
                passes.add(NetworkPass.forReading(architecture, layers, parameters, size, memory));
            }
        }
    }

    /** The passes that {@link #run} may return. */
    public List<NetworkPass> passes() {
        return passes;
    }

    /** Runs over the block that begins with an image, and returns the pass that holds its activations. */
    public NetworkPass run(int first) {
        var pass = passes.get(images.length - first >= BLOCK ? 0 : passes.size() - 1);
        reader.feed(pass, 0, images, first);
        pass.forward();
        return pass;
    }

    /** For arrays that live as long as the network. */
    public ActivationMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.close();
        parameters.values().forEach(Parameters::close);
    }
}

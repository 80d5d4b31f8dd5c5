package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.repframework.plugin.deeplearning4j.model.Architectures;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.plugin.deeplearning4j.model.ModelFile;
import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.plugin.deeplearning4j.network.ForwardNetwork;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Network;
import org.repframework.spi.Pixels;
import org.repframework.spi.Recording;
import org.repframework.spi.StageContext;

/**
 * Images per second of {@code record top-patches} with all layers of the reference net, and of its forward pass alone;
 * both over random images with fresh weights, in turn, after one round of each to warm up. Arguments: an empty
 * directory, number of images, rounds.
 */
public final class PatchBenchmark {

    private final Path directory;
    private final Examples images;
    private final Network network;

    private PatchBenchmark(Path directory, int count) throws IOException {
        this.directory = directory;
        var random = new SplittableRandom(1);
        var shape = new ImageShape(32, 32, 3);
        try (var writer = Pixels.create(directory.resolve("images.npy"), count, shape)) {
            for (var i = 0; i < count; i++) {
                var image = new byte[shape.size()];
                random.nextBytes(image);
                writer.add(image);
            }
            images = new Examples(writer.finish(), IntVector.of(new int[count]), List.of("a", "b"));
        }
        var architecture = Architectures.named("convnet", shape, 10);
        var seed = 1;
        var weights = new ArrayList<LayerWeights>();
        for (var layer : LearnedLayer.of(architecture)) {
            weights.add(LayerWeights.fresh(layer, seed++));
        }
        network = ModelFile.write(
                directory.resolve("network.zip"),
                architecture,
                images.classNames(),
                Standardiser.fit(images.pixels()),
                0,
                weights);
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new PatchBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        var rounds = Integer.parseInt(arguments[2]);
        var ours = new double[rounds];
        var bare = new double[rounds];
        benchmark.patches();
        benchmark.forward();
        for (var round = 0; round < rounds; round++) {
            ours[round] = benchmark.patches();
            bare[round] = benchmark.forward();
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"top-patches\",\"ours\":%.1f,\"peer\":%.1f,\"ratio\":%.3f}%n",
                median(ours),
                median(bare),
                median(ours) / median(bare));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private double patches() throws Exception {
        var start = System.nanoTime();
        var recordings = network.architecture().layers().stream()
                .map(layer -> new Recording<>(new TopPatches.Settings(layer.name(), 9), network))
                .toList();
        new TopPatches().record(recordings, images, new Idle(Files.createTempDirectory(directory, "scratch")));
        return rate(start);
    }

    private double forward() throws IOException {
        var start = System.nanoTime();
        var layers = network.architecture().layers().size();
        try (var forward = new ForwardNetwork(network, layers, images.pixels())) {
            for (var first = 0; first < images.count(); first += ForwardNetwork.BLOCK) {
                forward.run(first);
            }
        }
        return rate(start);
    }

    private double rate(long start) {
        return images.count() * 1e9 / (System.nanoTime() - start);
    }

    private record Idle(Path scratch) implements StageContext {

        @Override
        public long seed(String purpose) {
            return purpose.hashCode();
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void progress(long done, long total, String unit) {}

        @Override
        public void note(String text) {}

        @Override
        public void warn(String text) {}

        @Override
        public void checkInterrupted() {}
    }
}

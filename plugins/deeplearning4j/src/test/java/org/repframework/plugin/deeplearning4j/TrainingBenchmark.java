package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.repframework.plugin.deeplearning4j.network.Reading;
import org.repframework.plugin.deeplearning4j.training.LearningRate;
import org.repframework.spi.ActivationRecorder.Pair;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Layer;
import org.repframework.spi.Network;
import org.repframework.spi.Pixels;
import org.repframework.spi.Recording;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Images per second of the stages themselves on the reference net and random images: of {@code train sgd}, and of
 * {@code record units} with the moments of all five convolutions, and of the output, by {@code positions}. Each has half of the given seconds to warm
 * up. With a third argument: of a whole training of ten epochs with so many frozen layers, whose activations are
 * computed once or always. Arguments: an empty directory, seconds per figure, frozen layers.
 */
public final class TrainingBenchmark {

    private static final int BATCH = 128;
    private static final int IMAGES = 40 * BATCH;
    private static final int ARM_IMAGES = 5 * BATCH;
    private static final int ARM_EPOCHS = 10;

    private final Path directory;
    private final double seconds;
    private final Examples images;

    private TrainingBenchmark(Path directory, double seconds) throws IOException {
        this.directory = directory;
        this.seconds = seconds;
        var random = new SplittableRandom(1);
        var shape = new ImageShape(32, 32, 3);
        var writer = Pixels.create(directory.resolve("images.npy"), IMAGES, shape);
        var labels = new int[IMAGES];
        for (var i = 0; i < IMAGES; i++) {
            var image = new byte[shape.size()];
            random.nextBytes(image);
            writer.add(image);
            labels[i] = random.nextInt(10);
        }
        images = new Examples(
                writer.finish(), IntVector.of(labels), Arrays.asList("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new TrainingBenchmark(Path.of(arguments[0]), Double.parseDouble(arguments[1]));
        if (arguments.length > 2) {
            var frozen = Integer.parseInt(arguments[2]);
            print("once", benchmark.arm(frozen, 512));
            print("always", benchmark.arm(frozen, 0));
        } else {
            print("train", benchmark.training());
            print("forward", benchmark.forward());
        }
    }

    private static void print(String what, double imagesPerSecond) {
        System.out.printf(
                Locale.ROOT,
                "{\"ours\":\"rep-framework\",\"what\":\"%s\",\"imagesPerSecond\":%.1f}%n",
                what,
                imagesPerSecond);
    }

    /** A whole training with frozen layers: what is computed once is counted. */
    private double arm(int frozen, int cutCache) throws IOException, StageFailure, InterruptedException {
        var few = first(ARM_IMAGES);
        var context = idle();
        var donor = new SgdTrainer()
                .train(settings(1, 0), first(3), Optional.empty(), context)
                .network();
        var copy = new LayerCopy.Settings(frozen, true, LayerCopy.Source.TARGET);
        var initial = new LayerCopy().build(copy, donor, few, idle());
        arm(initial, few, 2, cutCache);
        var start = System.nanoTime();
        arm(initial, few, ARM_EPOCHS, cutCache);
        return ARM_EPOCHS * ARM_IMAGES / Clock.secondsSince(start);
    }

    private void arm(Network from, Examples few, int epochs, int cutCache)
            throws IOException, StageFailure, InterruptedException {
        new SgdTrainer().train(settings(epochs, cutCache), few, Optional.of(from), idle());
    }

    private Examples first(int count) {
        var positions = IntVector.of(IntStream.range(0, count).toArray());
        var labels =
                IntVector.of(IntStream.range(0, count).map(images.labels()::at).toArray());
        return new Examples(images.pixels().select(positions), labels, images.classNames());
    }

    private Clock idle() throws IOException {
        return new Clock(Double.POSITIVE_INFINITY);
    }

    private double training() throws IOException, StageFailure {
        var clock = new Clock(seconds);
        try {
            train(Integer.MAX_VALUE, images, clock);
            throw new IllegalStateException("the training ended before its time");
        } catch (InterruptedException expected) {
            return clock.rate();
        }
    }

    private Network train(int epochs, Examples examples, StageContext context)
            throws IOException, StageFailure, InterruptedException {
        var settings = settings(epochs, 512);
        return new SgdTrainer()
                .train(settings, examples, Optional.empty(), context)
                .network();
    }

    private static SgdSettings settings(int epochs, int cutCache) {
        return new SgdSettings(
                new Blueprint.Named("convnet"),
                epochs,
                BATCH,
                0.01,
                0.9,
                5e-4,
                LearningRate.Schedule.CONSTANT,
                0,
                0.1,
                false,
                0,
                cutCache,
                false,
                List.of());
    }

    private double forward() throws IOException, StageFailure, InterruptedException {
        var network = train(1, first(3), idle());
        var layers = network.architecture().weighted();
        var output = layers.get(layers.size() - 1); // so that the whole network is computed, as by the peer
        var pairs = layers.stream()
                .filter(layer -> layer instanceof Layer.Convolution || layer == output)
                .map(Layer::name)
                .map(layer -> new Recording<>(new UnitRecorder.Settings(layer, Reading.POSITIONS), network))
                .map(recording -> new Pair<>(recording, recording))
                .toList();
        var clock = new Clock(seconds);
        try {
            while (true) {
                new UnitRecorder().jointMoments(pairs, images, clock);
            }
        } catch (InterruptedException expected) {
            return clock.rate();
        }
    }

    /** Counts the stage's whole batches after the warm-up, and interrupts it when the time is over. */
    private final class Clock implements StageContext {

        private final Path scratch;
        private final double length;
        private final long begin = System.nanoTime();
        private long start;
        private long counted = -BATCH;

        Clock(double length) throws IOException {
            this.length = length;
            scratch = Files.createTempDirectory(directory, "scratch");
        }

        double rate() {
            return counted / secondsSince(start);
        }

        private static double secondsSince(long time) {
            return (System.nanoTime() - time) / 1e9;
        }

        @Override
        public void checkInterrupted() throws InterruptedException {
            if (secondsSince(begin) < length / 2) {
                return;
            }
            if (counted < 0) {
                start = System.nanoTime();
            }
            counted += BATCH;
            if (secondsSince(start) > length) {
                throw new InterruptedException();
            }
        }

        @Override
        public long seed(String purpose) {
            return purpose.hashCode();
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Path scratch() {
            return scratch;
        }

        @Override
        public void progress(long done, long total, String unit) {}

        @Override
        public void note(String text) {}

        @Override
        public void warn(String text) {
            System.err.println(text);
        }
    }
}

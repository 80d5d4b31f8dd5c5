package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * {@code record units} with the moments of all eight layers by {@code sum}. Each has half of the given seconds to warm
 * up. Arguments: an empty directory, seconds per figure.
 */
public final class TrainingBenchmark {

    private static final int BATCH = 128;
    private static final int IMAGES = 40 * BATCH;

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
        print("train", benchmark.training());
        print("forward", benchmark.forward());
    }

    private static void print(String what, double imagesPerSecond) {
        System.out.printf(
                Locale.ROOT,
                "{\"ours\":\"rep-framework\",\"what\":\"%s\",\"imagesPerSecond\":%.1f}%n",
                what,
                imagesPerSecond);
    }

    private double training() throws IOException, StageFailure {
        var clock = new Clock("training", seconds);
        try {
            train(Integer.MAX_VALUE, images, clock);
            throw new IllegalStateException("the training ended before its time");
        } catch (InterruptedException expected) {
            return clock.rate();
        }
    }

    private Network train(int epochs, Examples examples, StageContext context)
            throws IOException, StageFailure, InterruptedException {
        var settings = new SgdTrainer.Settings(
                new Blueprint.Named("convnet"), epochs, BATCH, 0.01, 0.9, 5e-4, LearningRate.Schedule.CONSTANT, 0, 0.1);
        return new SgdTrainer()
                .train(settings, examples, Optional.empty(), context)
                .network();
    }

    private double forward() throws IOException, StageFailure, InterruptedException {
        var small = new Examples(
                images.pixels().select(IntVector.of(new int[] {0, 1, 2})),
                IntVector.of(new int[] {0, 1, 2}),
                images.classNames());
        var network = train(1, small, new Clock("network", Double.POSITIVE_INFINITY));
        var pairs = network.architecture().weighted().stream()
                .map(Layer::name)
                .map(layer -> new Recording<>(new UnitRecorder.Settings(layer, Reading.SUM), network))
                .map(recording -> new Pair<>(recording, recording))
                .toList();
        var clock = new Clock("forward", seconds);
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

        Clock(String name, double length) throws IOException {
            this.length = length;
            scratch = Files.createDirectory(directory.resolve(name));
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

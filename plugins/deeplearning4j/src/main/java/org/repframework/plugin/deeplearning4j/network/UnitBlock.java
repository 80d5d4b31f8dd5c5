package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One layer's activations in a pass, as samples x units. */
public final class UnitBlock {

    private final INDArray values; // images x height x width x channels
    private final INDArray read; // (samples x units), before positions are drawn
    private final List<Operation> reduction; // empty: what is read are the activations themselves
    private final Optional<SampledPositions> sampled;
    private final INDArray samples; // (samples x units)
    private final INDArray checked; // (samples x units), or (positions x units) where a sample is not a sum of them
    private final float[] sums; // one a unit
    private final INDArray nativeSums; // the same (1 x units)
    private final Operation sum;
    private int place;

    /**
     * @param layer one of the pass's layers
     * @param sampled positions to draw, of those that the layer has; empty: all
     */
    public UnitBlock(
            NetworkPass pass,
            String layer,
            Reading reading,
            Optional<SampledPositions> sampled,
            ActivationMemory memory) {
        values = pass.output(layer).values();
        var images = values.size(0);
        var positions = values.size(1) * values.size(2);
        var channels = values.size(3);
        if (reading == Reading.FLATTEN || reading == Reading.DFT) { // transformed where the moments are summed
            read = values.reshape('c', true, images, positions * channels);
            reduction = List.of();
        } else if (reading == Reading.POSITIONS || positions == 1) {
            read = values.reshape('c', true, images * positions, channels);
            reduction = List.of();
        } else {
            read = memory.array(layer + " " + reading, images, channels);
            reduction = reduction(reading, values, read);
        }
        this.sampled = sampled;
        samples = sampled.map(drawn -> memory.array(layer + " " + drawn, images * drawn.each(), channels))
                .orElse(read);
        checked = reading == Reading.MAX || reading == Reading.DFT
                ? values.reshape('c', true, images * positions, channels)
                : read;
        // A product with ones takes a tenth of the time of reduce_sum.
        var ones = memory.array(layer + " " + reading + " ones", 1, checked.rows());
        nativeSums = memory.array(layer + " " + reading + " sums", 1, checked.columns());
        sum = Operation.product(ones.assign(1), false, checked, false, nativeSums);
        sums = new float[checked.columns()];
    }

    private static List<Operation> reduction(Reading reading, INDArray values, INDArray samples) {
        return switch (reading) {
            case MEAN -> List.of(mean(values, samples));
            case SUM -> {
                var positions = Nd4j.scalar((float) (values.size(1) * values.size(2)));
                yield List.of(
                        mean(values, samples),
                        new Operation("multiply", List.of(samples, positions), List.of(samples)));
            }
            case MAX -> List.of(new Operation("reduce_max", List.of(values), List.of(samples), 1, 2));
            case POSITIONS, FLATTEN, DFT -> throw new IllegalArgumentException(reading + " reduces nothing");
        };
    }

    // Pooling with one window over all positions takes a tenth of the time of reduce_mean and reduce_sum.
    private static Operation mean(INDArray values, INDArray samples) {
        var height = values.size(1);
        var width = values.size(2);
        var pooled = samples.reshape('c', true, samples.rows(), 1, 1, samples.columns());
        return new Operation(
                "avgpool2d", List.of(values), List.of(pooled), height, width, height, width, 0, 0, 1, 1, 0, 0, 1);
    }

    /** Reads the pass's last images, of which the first stands at a place of the order. */
    public void read(int place) {
        this.place = place;
        reduction.forEach(Operation::run);
        sampled.ifPresent(drawn -> drawn.copy(read, place, samples));
    }

    /** The block that was read last; its memory is used again by the next. */
    public INDArray samples() {
        return samples;
    }

    /** Where the first image of the block stands in the order. */
    public int place() {
        return place;
    }

    /**
     * The first position, row by row, where a channel has a value.
     *
     * @param image of the block
     */
    public int position(int image, int channel, float value) {
        var positions = values.size(1) * values.size(2);
        var channels = values.size(3);
        var found = 0L;
        while (found < positions
                && NativeFloats.at(values, (image * positions + found) * channels + channel) != value) {
            found++;
        }
        if (found == positions) {
            throw new IllegalStateException("channel " + channel + " is nowhere " + value);
        }
        return (int) found;
    }

    /** Units of the layer, by its reading. */
    public int units() {
        return checked.columns();
    }

    /** How many units have activations that are NaN or infinite in the last block. */
    public int brokenUnits() {
        sum.run();
        NativeFloats.take(nativeSums, sums);
        if (IntStream.range(0, sums.length).allMatch(unit -> Float.isFinite(sums[unit]))) {
            return 0; // one broken value breaks its unit's sum
        }
        var units = checked.columns();
        var values = NativeFloats.take(checked);
        return (int) IntStream.range(0, units)
                .filter(unit ->
                        IntStream.range(0, checked.rows()).anyMatch(row -> !Float.isFinite(values[row * units + unit])))
                .count();
    }
}

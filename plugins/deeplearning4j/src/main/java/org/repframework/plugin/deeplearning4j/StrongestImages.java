package org.repframework.plugin.deeplearning4j;

import org.repframework.plugin.deeplearning4j.network.NativeFloats;
import org.repframework.plugin.deeplearning4j.network.UnitBlock;

/**
 * The images in which the units of a layer are strongest, above 0, and where: so many a unit at most, strongest first,
 * of equal ones the earlier image first. Images come in their order.
 */
final class StrongestImages {

    private final int units;
    private final int most;
    private final int[] counts; // one a unit
    private final float[] activations; // (units x most)
    private final int[] images;
    private final int[] positions;

    StrongestImages(int units, int most) {
        this.units = units;
        this.most = most;
        counts = new int[units];
        activations = new float[Math.multiplyExact(units, most)];
        images = new int[activations.length];
        positions = new int[activations.length];
    }

    /** @param block of the maxima of channels (images x units) */
    void add(UnitBlock block) {
        var maxima = NativeFloats.take(block.samples());
        for (var i = 0; i < maxima.length; i++) {
            var unit = i % units;
            var value = maxima[i];
            if (value > 0 && (counts[unit] < most || value > activations[unit * most + most - 1])) {
                var image = i / units;
                insert(unit, value, block.place() + image, block.position(image, unit, value));
            }
        }
    }

    private void insert(int unit, float value, int image, int position) {
        var first = unit * most;
        var at = first + Math.min(counts[unit], most - 1);
        while (at > first && activations[at - 1] < value) {
            activations[at] = activations[at - 1];
            images[at] = images[at - 1];
            positions[at] = positions[at - 1];
            at--;
        }
        activations[at] = value;
        images[at] = image;
        positions[at] = position;
        counts[unit] = Math.min(most, counts[unit] + 1);
    }

    int units() {
        return units;
    }

    /** How many images a unit has. */
    int count(int unit) {
        return counts[unit];
    }

    /** @param rank 0 for the strongest */
    float activation(int unit, int rank) {
        return activations[unit * most + rank];
    }

    int image(int unit, int rank) {
        return images[unit * most + rank];
    }

    /** Row by row; the first of equally strong ones. */
    int position(int unit, int rank) {
        return positions[unit * most + rank];
    }
}

package org.repframework.plugin.datasets;

import java.util.SplittableRandom;

/** Value noise: random values on a lattice that repeats after 32 cells, smoothly interpolated between its points. */
final class Noise {

    private static final int PERIOD = 32;

    private final float[] lattice = new float[PERIOD * PERIOD];

    Noise(SplittableRandom random) {
        for (var i = 0; i < lattice.length; i++) {
            lattice[i] = (random.nextInt() >>> 8) * 0x1p-24f;
        }
    }

    /** The value, 0..1, of the cell in that column and row. */
    double cell(int column, int row) {
        return lattice[(row & PERIOD - 1) * PERIOD + (column & PERIOD - 1)];
    }

    /** 0..1, one lattice cell a unit. */
    double at(double x, double y) {
        var column = (int) Math.floor(x);
        var row = (int) Math.floor(y);
        var right = smooth(x - column);
        var down = smooth(y - row);
        var above = mix(cell(column, row), cell(column + 1, row), right);
        var below = mix(cell(column, row + 1), cell(column + 1, row + 1), right);
        return mix(above, below, down);
    }

    /** The sum of octaves, each twice as fine and half as strong as the one before, scaled to 0..1. */
    double octaves(double x, double y, int count) {
        var sum = 0.0;
        var strength = 1.0;
        for (var octave = 0; octave < count; octave++) {
            var fineness = 1 << octave;
            sum += strength * at(x * fineness + 7 * octave, y * fineness + 11 * octave);
            strength /= 2;
        }
        return sum / (2 - 2 * strength);
    }

    static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** 0 below 0, 1 above 1, smooth between. */
    static double smooth(double share) {
        var t = Math.min(1, Math.max(0, share));
        return t * t * (3 - 2 * t);
    }
}

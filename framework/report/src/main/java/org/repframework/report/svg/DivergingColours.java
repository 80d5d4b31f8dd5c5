package org.repframework.report.svg;

/** Blue for negative, white for zero, red for positive values: {@link #LEVELS} steps, zero exactly in the middle. */
public final class DivergingColours {

    /** Odd. */
    public static final int LEVELS = 255;

    /** From the lowest value to the highest, at equal distances. */
    private static final int[][] STOPS = {{5, 48, 97}, {67, 147, 195}, {255, 255, 255}, {214, 96, 77}, {103, 0, 31}};

    private DivergingColours() {}

    /** The step of a value in -range..range; beyond it the outermost, for NaN the middle one. */
    public static int level(double value, double range) {
        var middle = LEVELS / 2;
        if (!(range > 0) || Double.isNaN(value)) {
            return middle;
        }
        return middle + (int) Math.round(Math.max(-1, Math.min(1, value / range)) * middle);
    }

    /** Red, green and blue of a step, 0..255. */
    public static int[] rgb(int level) {
        var position = (double) level / (LEVELS - 1) * (STOPS.length - 1);
        var below = Math.min((int) position, STOPS.length - 2);
        var share = position - below;
        var colour = new int[3];
        for (var channel = 0; channel < 3; channel++) {
            colour[channel] = (int) Math.round(STOPS[below][channel] * (1 - share) + STOPS[below + 1][channel] * share);
        }
        return colour;
    }

    /** All steps, three bytes each. */
    public static byte[] table() {
        var table = new byte[LEVELS * 3];
        for (var level = 0; level < LEVELS; level++) {
            var colour = rgb(level);
            for (var channel = 0; channel < 3; channel++) {
                table[level * 3 + channel] = (byte) colour[channel];
            }
        }
        return table;
    }
}

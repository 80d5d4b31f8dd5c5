package org.repframework.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * A frequency of the two-dimensional Fourier transform of a layer's positions. Activations are real, so that (-row,
 * -column) has the conjugate and nothing else to say; it is left out.
 *
 * @param row cycles down the height, also below 0
 * @param column cycles across the width, at least 0
 * @param weight frequencies that it stands for: 2, or 1 where (-row, -column) is the same and the transform is real
 */
public record Frequency(int row, int column, int weight) {

    /** Whether the transform of real activations is real. */
    public boolean real() {
        return weight == 1;
    }

    /**
     * Those that two layers have in common, by columns: all where they are of one size, else along each side of unequal
     * length those below half of the shorter, whose functions are the same on both.
     */
    public static List<Frequency> common(ImageShape x, ImageShape y) {
        var frequencies = new ArrayList<Frequency>();
        for (var column = 0; column <= highest(x.width(), y.width()); column++) {
            var realColumn = real(column, x.width(), y.width());
            var lowest = realColumn ? 0 : -(Math.min(x.height(), y.height()) - 1) / 2;
            for (var row = lowest; row <= highest(x.height(), y.height()); row++) {
                var real = realColumn && real(row, x.height(), y.height());
                frequencies.add(new Frequency(row, column, real ? 1 : 2));
            }
        }
        return List.copyOf(frequencies);
    }

    private static int highest(int x, int y) {
        return x == y ? x / 2 : (Math.min(x, y) - 1) / 2;
    }

    /** Whether -cycles is the same as cycles. */
    private static boolean real(int cycles, int x, int y) {
        return cycles == 0 || x == y && 2 * cycles == x;
    }
}

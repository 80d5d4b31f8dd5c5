package org.repframework.compare;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;

/**
 * The samples and after them their negatives. The mean of these is 0, and their second moments are twice those of the
 * samples about 0: a centred measure of them is the measure of the samples that were not centred.
 */
record Mirrored(ActivationMatrix rows) implements ActivationMatrix {

    @Override
    public long samples() {
        return 2 * rows.samples();
    }

    @Override
    public int units() {
        return rows.units();
    }

    @Override
    public int samplesPerImage() {
        return 1;
    }

    @Override
    public void read(long first, int count, double[] target) throws IOException {
        var n = rows.samples();
        if (first >= n) {
            rows.read(first - n, count, target);
            negate(target, count * units());
        } else if (first + count <= n) {
            rows.read(first, count, target);
        } else {
            var rest = new double[(int) (first + count - n) * units()];
            rows.read(first, (int) (n - first), target);
            rows.read(0, rest.length / units(), rest);
            negate(rest, rest.length);
            System.arraycopy(rest, 0, target, (int) (n - first) * units(), rest.length);
        }
    }

    private static void negate(double[] values, int count) {
        for (var i = 0; i < count; i++) {
            values[i] = -values[i];
        }
    }
}

package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Images;

/**
 * The patches of each unit, made smaller where all of them together would make a report too large.
 *
 * @param reduction so many pixels, across and down, became one
 * @param units of each unit its patches, each height x width x channels of the shape
 */
record Patches(ImageShape shape, int reduction, List<List<byte[]>> units) {

    private static final long MOST_PIXELS = 1_200_000; // 256 units, 9 patches each of 22 x 22
    private static final long MOST_OF_ALL = 2_500_000; // up to 4 bytes each in the report, which is to stay below 20 MB

    /** How many pixels one recording may have so that all that are shown fit into a report; small ones are left alone. */
    static long most(List<Images> shown) {
        var most = MOST_PIXELS;
        while (most > 1 && of(shown, most) > MOST_OF_ALL) {
            most = most * 9 / 10;
        }
        return most;
    }

    private static long of(List<Images> shown, long most) {
        return shown.stream()
                .mapToLong(images -> pixels(images, reduction(images, most)))
                .sum();
    }

    private static int reduction(Images images, long most) {
        var reduction = 1;
        while (pixels(images, reduction) > most) {
            reduction++;
        }
        return reduction;
    }

    private static long pixels(Images images, int reduction) {
        var shape = images.pixels().shape();
        return (long) images.pixels().count() * shape.height() * shape.width() / (reduction * reduction);
    }

    /** All of them, in at most so many pixels. */
    static Patches of(Images images, long most) {
        var shape = images.pixels().shape();
        var reduction = reduction(images, most);
        var units = new ArrayList<List<byte[]>>();
        for (var unit = 0; unit < images.units().size(); unit++) {
            units.add(ofUnit(images, unit, reduction));
        }
        return new Patches(reduced(shape, reduction), reduction, units);
    }

    /** Those of one unit, as large as they are. */
    static List<byte[]> ofUnit(Images images, int unit) {
        return ofUnit(images, unit, 1);
    }

    private static List<byte[]> ofUnit(Images images, int unit, int reduction) {
        var patches = new ArrayList<byte[]>();
        for (var patch : images.units().get(unit)) {
            var pixels = new byte[images.pixels().shape().size()];
            images.pixels().read(patch.number(), pixels, 0);
            patches.add(
                    reduction == 1 ? pixels : reduced(pixels, images.pixels().shape(), reduction));
        }
        return patches;
    }

    private static ImageShape reduced(ImageShape shape, int reduction) {
        return new ImageShape(
                Math.max(1, shape.height() / reduction), Math.max(1, shape.width() / reduction), shape.channels());
    }

    /** Means of squares of pixels; what is left over at the right and below is dropped. */
    private static byte[] reduced(byte[] pixels, ImageShape shape, int reduction) {
        var small = reduced(shape, reduction);
        var result = new byte[small.size()];
        for (var y = 0; y < small.height(); y++) {
            for (var x = 0; x < small.width(); x++) {
                for (var channel = 0; channel < small.channels(); channel++) {
                    var sum = 0;
                    for (var i = 0; i < reduction * reduction; i++) {
                        var row = Math.min(y * reduction + i / reduction, shape.height() - 1);
                        var column = Math.min(x * reduction + i % reduction, shape.width() - 1);
                        sum += pixels[(row * shape.width() + column) * shape.channels() + channel] & 0xFF;
                    }
                    result[(y * small.width() + x) * small.channels() + channel] =
                            (byte) (sum / (reduction * reduction));
                }
            }
        }
        return result;
    }
}

package org.repframework.plugin.datasets;

import static java.lang.Math.abs;

import java.util.SplittableRandom;

/** Surfaces as nature has them, all made of value noise. */
final class Textures {

    @FunctionalInterface
    private interface Surface {
        double ink(Noise noise, double x, double y);
    }

    private Textures() {}

    static Motif clouds(SplittableRandom random) {
        var cover = random.nextDouble(0.4, 0.6);
        return placed(
                random,
                random.nextDouble(-0.3, 0.3),
                (noise, x, y) -> Noise.smooth((noise.octaves(x * 1.3, y * 2, 4) - cover) / 0.35 + 0.5));
    }

    static Motif fur(SplittableRandom random) {
        var length = random.nextDouble(1.2, 1.8);
        return placed(random, random.nextDouble(Math.PI), (noise, x, y) -> {
            var bend = 1.2 * noise.at(x + 20, y + 20);
            return Noise.smooth(noise.octaves((x + bend) * 7, y * length, 2) * 2 - 0.5);
        });
    }

    /** A leaf in every cell of the lattice, in a place, direction and darkness of its own. */
    static Motif leaves(SplittableRandom random) {
        var density = random.nextDouble(2, 2.8);
        var slimness = random.nextDouble(1.4, 2);
        return placed(random, random.nextDouble(Math.PI), (noise, x, y) -> {
            var column = (int) Math.floor(x * density);
            var row = (int) Math.floor(y * density);
            var ink = 0.0;
            for (var i = column - 1; i <= column + 1; i++) {
                for (var j = row - 1; j <= row + 1; j++) {
                    var right = x * density - i - 0.2 - 0.6 * noise.cell(i, j);
                    var down = y * density - j - 0.2 - 0.6 * noise.cell(i + 9, j);
                    // a direction of about unit length without trigonometry
                    var u = 2 * noise.cell(i, j + 9) - 1;
                    var v = 1 - abs(u);
                    var inside = 0.55 - abs(right * u + down * v) - slimness * abs(right * v - down * u);
                    var darkness = 0.6 + 0.4 * noise.cell(i + 5, j + 5);
                    ink = Math.max(ink, darkness * Noise.smooth(inside / 0.15));
                }
            }
            return ink;
        });
    }

    /** Light stones between dark gaps, which are where two centres are equally near. */
    static Motif pebbles(SplittableRandom random) {
        var size = random.nextDouble(1.7, 2.4);
        return placed(random, random.nextDouble(Math.PI), (noise, x, y) -> {
            var column = (int) Math.floor(x * size);
            var row = (int) Math.floor(y * size);
            var nearest = Double.MAX_VALUE;
            var second = Double.MAX_VALUE;
            for (var i = column - 1; i <= column + 1; i++) {
                for (var j = row - 1; j <= row + 1; j++) {
                    var dx = x * size - i - noise.cell(i, j);
                    var dy = y * size - j - noise.cell(i + 9, j);
                    var distance = dx * dx + dy * dy;
                    second = Math.min(second, Math.max(nearest, distance));
                    nearest = Math.min(nearest, distance);
                }
            }
            return Noise.smooth((Math.sqrt(second) - Math.sqrt(nearest)) / 0.35);
        });
    }

    static Motif waves(SplittableRandom random) {
        var crests = random.nextDouble(2.5, 4);
        return placed(random, random.nextDouble(-0.4, 0.4), (noise, x, y) -> {
            var phase = y * crests + 1.6 * noise.octaves(x * 1.5, y * 1.5, 2);
            return Noise.smooth(2 * abs(phase - Math.rint(phase)));
        });
    }

    static Motif wood(SplittableRandom random) {
        var rings = random.nextDouble(2.5, 4);
        var heart = random.nextDouble(-0.8, 0.8);
        return placed(random, random.nextDouble(Math.PI), (noise, x, y) -> {
            var dx = (x - heart) * 1.6;
            var radius = rings * Math.sqrt(dx * dx + 0.15 * y * y) + 0.7 * noise.at(x * 2, y);
            var ring = radius - Math.floor(radius);
            return 0.75 * ring * ring + 0.25 * noise.at(x * 14, y * 2);
        });
    }

    private static Motif placed(SplittableRandom random, double turn, Surface surface) {
        var noise = new Noise(random);
        Motif motif = (x, y) -> surface.ink(noise, x, y);
        return motif.placed(random.nextDouble(-1, 1), random.nextDouble(-1, 1), turn, random.nextDouble(0.7, 1.1));
    }
}

package org.repframework.plugin.datasets;

import static java.lang.Math.abs;
import static java.lang.Math.max;
import static java.lang.Math.min;

import java.util.SplittableRandom;

/** Things that people make, as outlines by signed distance: negative inside, in units of half the thing's size. */
final class Shapes {

    private static final double SMALLEST = 0.55;
    private static final double LARGEST = 0.95;
    private static final double EDGE = 0.07;

    @FunctionalInterface
    private interface Outline {
        double distance(double x, double y);
    }

    private Shapes() {}

    static Motif arrow(SplittableRandom random) {
        var shaft = random.nextDouble(0.1, 0.2);
        var head = random.nextDouble(0.0, 0.35);
        var turn = random.nextDouble(2 * Math.PI);
        return placed(random, turn, (x, y) -> {
            var tip = max((abs(x) - (y + 0.95)) * 0.7, y + head);
            return min(tip, box(x, y - 0.3, shaft, 0.65));
        });
    }

    static Motif house(SplittableRandom random) {
        var door = random.nextDouble(-0.35, 0.35);
        var wall = random.nextDouble(0.5, 0.7);
        return placed(random, tilt(random), (x, y) -> {
            var roof = max((abs(x) - (y + 0.95)) * 0.7, y + 0.1);
            var body = box(x, y - 0.4, wall, 0.5);
            return max(min(roof, body), -box(x - door, y - 0.6, 0.15, 0.32));
        });
    }

    static Motif ladder(SplittableRandom random) {
        var rail = random.nextDouble(0.35, 0.5);
        var gap = random.nextDouble(0.32, 0.48);
        return placed(random, tilt(random), (x, y) -> {
            var rails = box(abs(x) - rail, y, 0.09, 0.95);
            var rung = abs(y / gap - Math.rint(y / gap)) * gap - 0.07;
            return min(rails, max(rung, box(x, y, rail, 0.85)));
        });
    }

    static Motif sign(SplittableRandom random) {
        var bar = random.nextDouble(0.14, 0.24);
        var turn = random.nextDouble(Math.PI);
        return placed(random, turn, (x, y) -> max(disc(x, y, 0.88), -box(x, y, 0.58, bar)));
    }

    static Motif wheel(SplittableRandom random) {
        var spokes = random.nextInt(2, 5);
        var directions = new double[spokes][];
        for (var spoke = 0; spoke < spokes; spoke++) {
            var angle = Math.PI * spoke / spokes;
            directions[spoke] = new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
        }
        return placed(random, random.nextDouble(Math.PI), (x, y) -> {
            var outline = min(abs(disc(x, y, 0.8)) - 0.13, disc(x, y, 0.2));
            for (var direction : directions) {
                outline = min(outline, max(abs(x * direction[1] - y * direction[0]) - 0.06, disc(x, y, 0.8)));
            }
            return outline;
        });
    }

    static Motif window(SplittableRandom random) {
        var width = random.nextDouble(0.5, 0.85);
        var crossbar = random.nextDouble(-0.3, 0.1);
        return placed(random, tilt(random), (x, y) -> {
            var frame = abs(box(x, y, width, 0.85)) - 0.09;
            var bars = min(box(x, y, 0.07, 0.85), box(x, y - crossbar, width, 0.07));
            return min(frame, bars);
        });
    }

    private static double tilt(SplittableRandom random) {
        return random.nextDouble(-0.35, 0.35);
    }

    private static Motif placed(SplittableRandom random, double turn, Outline outline) {
        var scale = random.nextDouble(SMALLEST, LARGEST);
        var room = 1.1 - scale;
        Motif filled = (x, y) -> Noise.smooth(0.5 - outline.distance(x, y) / EDGE);
        return filled.placed(random.nextDouble(-room, room), random.nextDouble(-room, room), turn, scale);
    }

    private static double disc(double x, double y, double radius) {
        return Math.sqrt(x * x + y * y) - radius;
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        return max(abs(x) - halfWidth, abs(y) - halfHeight);
    }
}

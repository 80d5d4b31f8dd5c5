package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.Scored;
import org.repframework.spi.Trait;

/** Holds the traits of a metric on random activations, each side transformed by itself. */
final class MetricTraits<S extends Record> {

    private static final int TRIALS = 5;
    private static final int SAMPLES = 200;
    private static final int UNITS_X = 6;
    private static final int UNITS_Y = 4;

    /** What a metric makes of two layers. */
    @FunctionalInterface
    interface Comparison {
        Artifact of(Activations activations) throws Exception;
    }

    private final CorrelationMetricContract<S> contract;
    private final Comparison comparison;

    MetricTraits(CorrelationMetricContract<S> contract) {
        this(contract, contract::correlate);
    }

    MetricTraits(CorrelationMetricContract<S> contract, Comparison comparison) {
        this.contract = contract;
        this.comparison = comparison;
    }

    /** One for each trait that is declared, and one for the range. */
    Stream<DynamicTest> tests(UnaryOperator<String> title) {
        return Stream.concat(
                Arrays.stream(Trait.values())
                        .filter(contract.stage().traits()::hold)
                        .map(trait -> DynamicTest.dynamicTest(title.apply(trait.title()), () -> check(trait))),
                Stream.of(DynamicTest.dynamicTest(title.apply("range"), this::checkRange)));
    }

    /** The same result, up to the tolerance. */
    void checkAgreement(String claim, Comparison other) throws Exception {
        for (var seed = 1; seed <= TRIALS; seed++) {
            var activations = Activations.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            compare(claim, seed, values(comparison.of(activations)), values(other.of(activations)));
        }
    }

    private void check(Trait trait) throws Exception {
        for (var seed = 1; seed <= TRIALS; seed++) {
            var activations = Activations.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            var random = new Random(-seed);
            var result = comparison.of(activations);
            if (trait == Trait.SYMMETRIC) {
                var exchanged = comparison.of(activations.swapped());
                compare(says(trait), seed, values(result), values(transposed(exchanged)));
            } else if (trait == Trait.PERMUTATION) {
                var orderX = order(UNITS_X, random);
                var orderY = order(UNITS_Y, random);
                var permuted = comparison.of(
                        new Activations(columns(activations.x(), orderX), columns(activations.y(), orderY)));
                compare(says(trait), seed, values(permuted(result, orderX, orderY)), values(permuted));
            } else {
                var transformed = comparison.of(new Activations(
                        transform(trait, activations.x(), random), transform(trait, activations.y(), random)));
                compare(says(trait), seed, values(result), values(transformed));
            }
        }
    }

    private static String says(Trait trait) {
        return "traits() says '" + trait.title() + "'";
    }

    /** Of both sides the same samples in another order. */
    void checkOrder() throws Exception {
        for (var seed = 1; seed <= TRIALS; seed++) {
            var activations = Activations.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            var ordered = comparison.of(activations.samples(order(SAMPLES, new Random(-seed))));
            compare(
                    "the order of the samples is of no meaning",
                    seed,
                    values(comparison.of(activations)),
                    values(ordered));
        }
    }

    /** In real form: real samples have their own score, and phases change none. */
    void checkComplexUnits(Function<JointMoments, Inputs<Artifact>> inputs) throws Exception {
        var claim = "comparesFrequencies() is true";
        for (var seed = 1; seed <= TRIALS; seed++) {
            var real = Activations.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            var complex = ComplexUnits.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            var turned = complex.turned(new Random(-seed));
            compare(
                    claim + " (real samples, by themselves and as complex ones)",
                    seed,
                    values(contract.correlate(inputs.apply(real.moments()))),
                    values(contract.correlate(inputs.apply(ComplexUnits.of(real).moments()))));
            compare(
                    claim + " (complex samples, turned by a phase)",
                    seed,
                    values(contract.correlate(inputs.apply(complex.moments()))),
                    values(contract.correlate(inputs.apply(turned.moments()))));
        }
    }

    /** On related, equal and unrelated sides. */
    private void checkRange() throws Exception {
        var traits = contract.stage().traits();
        for (var seed = 1; seed <= TRIALS; seed++) {
            var related = Activations.random(seed, SAMPLES, UNITS_X, UNITS_Y);
            var other = Activations.random(-seed, SAMPLES, UNITS_X, UNITS_Y);
            for (var activations : List.of(
                    related,
                    new Activations(related.x(), related.x()),
                    new Activations(related.x(), Activations.map(related.x(), value -> -value)),
                    new Activations(related.x(), other.y()))) {
                values(comparison.of(activations)).forEach((name, value) -> {
                    if (!(value >= traits.lowest() && value <= traits.highest())) {
                        fail(name + " is " + value + ", but traits() says " + traits.lowest() + " to "
                                + traits.highest());
                    }
                });
            }
        }
    }

    private void compare(String claim, int seed, Map<String, Double> expected, Map<String, Double> actual) {
        assertTrue(
                expected.keySet().equals(actual.keySet()),
                () -> claim + ", but the result has " + actual.keySet() + " after it and " + expected.keySet()
                        + " before");
        expected.forEach((name, value) -> {
            var found = actual.get(name);
            var scale = Math.max(1, Math.max(Math.abs(value), Math.abs(found)));
            if (!(Math.abs(found - value) <= contract.tolerance() * scale)) {
                fail(claim + ", but on the random activations of seed " + seed + " " + name + " is " + value
                        + " before and " + found + " after; the tolerance is " + contract.tolerance());
            }
        });
    }

    /** Every entry of a matrix of units, else the scores. */
    private static Map<String, Double> values(Artifact result) {
        if (!(result instanceof CorrelationMatrix correlation)) {
            return ((Scored) result).scores();
        }
        var values = correlation.values();
        return IntStream.range(0, values.rows() * values.columns())
                .boxed()
                .collect(Collectors.toMap(
                        at -> "entry " + at / values.columns() + ", " + at % values.columns(),
                        at -> values.at(at / values.columns(), at % values.columns())));
    }

    private static Artifact transposed(Artifact result) {
        return result instanceof CorrelationMatrix correlation
                ? with(correlation, correlation.values().transposed())
                : result;
    }

    private static Artifact permuted(Artifact result, int[] orderX, int[] orderY) {
        return result instanceof CorrelationMatrix correlation
                ? with(
                        correlation,
                        columns(columns(correlation.values(), orderY).transposed(), orderX)
                                .transposed())
                : result;
    }

    private static CorrelationMatrix with(CorrelationMatrix correlation, Matrix values) {
        return new CorrelationMatrix(correlation.metric(), values, correlation.samples(), List.of(), List.of());
    }

    /** Some columns of a matrix, in the order asked for. */
    static Matrix columns(Matrix matrix, int... chosen) {
        var values = new double[matrix.rows() * chosen.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = matrix.at(i / chosen.length, chosen[i % chosen.length]);
        }
        return Matrix.of(matrix.rows(), chosen.length, values);
    }

    static int[] order(int units, Random random) {
        var order = IntStream.range(0, units).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Matrix transform(Trait trait, Matrix side, Random random) {
        var units = side.columns();
        return switch (trait) {
            case TRANSLATION -> translated(side, random);
            case ISOTROPIC_SCALING -> Activations.map(side, scaling(Math.exp(3 * random.nextGaussian())));
            case UNIT_SCALING -> Activations.product(side, diagonal(units, random));
            case ROTATION -> Activations.product(side, rotation(units, random));
            case LINEAR_MAP ->
                Activations.product(
                        side,
                        Activations.product(
                                Activations.product(rotation(units, random), diagonal(units, random)),
                                rotation(units, random)));
            case SYMMETRIC, PERMUTATION -> throw new IllegalArgumentException(trait.title());
        };
    }

    private static DoubleUnaryOperator scaling(double factor) {
        return value -> factor * value;
    }

    private static Matrix translated(Matrix side, Random random) {
        var offsets = random.doubles(side.columns(), -10, 10).toArray();
        var values = side.toArray();
        Arrays.setAll(values, i -> values[i] + offsets[i % offsets.length]);
        return Matrix.of(side.rows(), side.columns(), values);
    }

    /** Factors from 0.1 to 10. */
    private static Matrix diagonal(int units, Random random) {
        var values = new double[units * units];
        for (var unit = 0; unit < units; unit++) {
            values[unit * units + unit] = Math.pow(10, 2 * random.nextDouble() - 1);
        }
        return Matrix.of(units, units, values);
    }

    /** A random orthogonal matrix: Gaussian vectors made orthonormal one after the other, twice for exactness. */
    private static Matrix rotation(int units, Random random) {
        var rows = new double[units][];
        for (var i = 0; i < units; i++) {
            rows[i] =
                    random.doubles(units).map(ignored -> random.nextGaussian()).toArray();
            for (var pass = 0; pass < 2; pass++) {
                for (var j = 0; j < i; j++) {
                    subtract(rows[i], rows[j], dot(rows[i], rows[j]));
                }
            }
            var length = Math.sqrt(dot(rows[i], rows[i]));
            rows[i] = Arrays.stream(rows[i]).map(value -> value / length).toArray();
        }
        return Matrix.of(
                units,
                units,
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static void subtract(double[] from, double[] what, double times) {
        Arrays.setAll(from, i -> from[i] - times * what[i]);
    }
}

package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Curve;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
import org.repframework.spi.Matching;
import org.repframework.spi.Matrix;
import org.repframework.spi.SubspaceMatch;

/** Whether an artifact makes sense by itself: every number finite, indices within their range, files there. */
final class Soundness {

    private Soundness() {}

    static void check(String place, Object value) {
        if (value instanceof Matrix matrix) {
            assertTrue(matrix.finite(), () -> place + " has entries that are NaN or infinite");
        } else if (value instanceof Double number) {
            assertTrue(Double.isFinite(number), () -> place + " is " + number);
        } else if (value instanceof Path file) {
            assertTrue(Files.exists(file), () -> place + " is " + file + ", which does not exist");
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> check(place, present));
        } else if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                check(place + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> check(place + "." + key, one));
        } else if (value instanceof Record record) {
            checkRecord(place, record);
        }
    }

    private static void checkRecord(String place, Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            check(place + "." + component.getName(), Footprint.value(record, component));
        }
        if (record instanceof Dataset dataset) {
            require(dataset.test().count() > 0, place + ".test", "has no images");
            require(
                    dataset.train().classNames().equals(dataset.test().classNames()),
                    place,
                    "has parts of different classes");
            require(
                    dataset.train()
                            .pixels()
                            .shape()
                            .equals(dataset.test().pixels().shape()),
                    place,
                    "has parts of different shapes");
        } else if (record instanceof Examples examples) {
            checkExamples(place, examples);
        } else if (record instanceof CorrelationMatrix correlation) {
            checkDead(place, correlation);
        } else if (record instanceof CanonicalCorrelations canonical) {
            require(isDescending(canonical.rho()), place, "has a rho that does not descend: " + canonical.rho());
        } else if (record instanceof Matching matching) {
            checkMatching(place, matching);
        } else if (record instanceof SubspaceMatch match) {
            checkSubspaceMatch(place, match);
        } else if (record instanceof Curve curve) {
            require(
                    curve.at().stream().sorted().toList().equals(curve.at()),
                    place,
                    "has an axis that does not ascend");
        }
    }

    private static void checkExamples(String place, Examples examples) {
        var classes = examples.classNames().size();
        require(new HashSet<>(examples.classNames()).size() == classes, place, "names a class twice");
        require(
                examples.labels().stream().allMatch(label -> 0 <= label && label < classes),
                place,
                "has labels outside of its " + classes + " classes");
    }

    private static void checkDead(String place, CorrelationMatrix correlation) {
        var values = correlation.values();
        correlation
                .deadX()
                .forEach(unit -> require(isZero(values, unit), place, "is not 0 for the dead unit " + unit + " of x"));
        correlation
                .deadY()
                .forEach(unit -> require(
                        isZero(values.transposed(), unit), place, "is not 0 for the dead unit " + unit + " of y"));
    }

    private static boolean isZero(Matrix values, int row) {
        for (var value : values.rowAt(row)) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDescending(List<Double> values) {
        for (var i = 1; i < values.size(); i++) {
            if (values.get(i) > values.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private static void checkMatching(String place, Matching matching) {
        var values = matching.correlation().values();
        Matching.Pair before = null;
        for (var pair : matching.pairs()) {
            require(
                    (before == null || ascending(before, pair))
                            && pair.unit() >= 0
                            && pair.unit() < values.rows()
                            && 0 <= pair.partner()
                            && pair.partner() < values.columns(),
                    place,
                    "has a pair out of order or beyond the " + values + ": " + pair);
            require(
                    values.at(pair.unit(), pair.partner()) == pair.correlation(),
                    place,
                    "has a pair whose correlation is not the matrix's: " + pair);
            before = pair;
        }
        for (var pValue : matching.pValues()) {
            require(pValue > 0 && pValue <= 1, place, "has a p value of " + pValue);
        }
    }

    /** A unit may have several partners only where each has but a share of it. */
    private static boolean ascending(Matching.Pair before, Matching.Pair next) {
        return before.unit() < next.unit()
                || before.unit() == next.unit() && before.partner() < next.partner() && next.share() < 1;
    }

    private static void checkSubspaceMatch(String place, SubspaceMatch match) {
        for (var group : match.groups()) {
            require(
                    members(group.x(), match.unitsX(), match.deadX())
                            && members(group.y(), match.unitsY(), match.deadY()),
                    place,
                    "has a match out of order, beyond its units or with dead ones: " + group);
        }
    }

    private static boolean members(List<Integer> group, int units, List<Integer> dead) {
        return group.stream().sorted().distinct().toList().equals(group)
                && group.stream().allMatch(unit -> 0 <= unit && unit < units && !dead.contains(unit));
    }

    private static void require(boolean condition, String place, String otherwise) {
        assertTrue(condition, () -> "'" + place + "' " + otherwise);
    }
}

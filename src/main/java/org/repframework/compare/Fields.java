package org.repframework.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.spi.Artifact;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Matching;
import org.repframework.spi.Scored;
import org.repframework.spi.Similarity;
import org.repframework.spi.SubspaceMatch;

/** What a result tells beside its score, by name, as plain values. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(Artifact artifact) {
        var fields = new LinkedHashMap<String, Object>();
        if (artifact instanceof CanonicalCorrelations canonical) {
            fields.put("dead", sides(canonical.deadX(), canonical.deadY()));
            fields.put("kept", sides(canonical.keptX(), canonical.keptY()));
            // of the activations, not of their squares
            fields.put("condition", sides(Math.sqrt(canonical.conditionX()), Math.sqrt(canonical.conditionY())));
            fields.put("rho", canonical.rho());
        } else if (artifact instanceof Similarity similarity) {
            fields.putAll(bySide(similarity.details()));
        } else if (artifact instanceof CorrelationMatrix matrix) {
            fields.put("dead", sides(matrix.deadX(), matrix.deadY()));
        } else if (artifact instanceof Matching matching) {
            fields.put(
                    "dead",
                    sides(matching.correlation().deadX(), matching.correlation().deadY()));
            fields.put("pairs", pairs(matching));
        } else if (artifact instanceof SubspaceMatch match) {
            fields.put("dead", sides(match.deadX(), match.deadY()));
            fields.put("groups", match.groups());
        } else if (artifact instanceof Scored scored) {
            fields.put("scores", scored.scores());
        }
        return fields;
    }

    private static Map<String, Object> sides(Object x, Object y) {
        var sides = new LinkedHashMap<String, Object>();
        sides.put("x", x);
        sides.put("y", y);
        return sides;
    }

    /** {@code keptX} and {@code keptY} as {@code kept: {x, y}}. */
    private static Map<String, Object> bySide(Map<String, Double> details) {
        var fields = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> {
            var stem = name.substring(0, name.length() - 1);
            if (name.endsWith("X") && details.containsKey(stem + "Y")) {
                fields.put(stem, sides(plain(value), plain(details.get(stem + "Y"))));
            } else if (!(name.endsWith("Y") && details.containsKey(stem + "X"))) {
                fields.put(name, plain(value));
            }
        });
        return fields;
    }

    /** A whole number without its decimals. */
    private static Number plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
    }

    private static List<Map<String, Object>> pairs(Matching matching) {
        return matching.pairs().stream()
                .map(pair -> {
                    var margin = matching.margin(pair);
                    var fields = new LinkedHashMap<String, Object>();
                    fields.put("unit", pair.unit());
                    fields.put("partner", pair.partner());
                    fields.put("correlation", pair.correlation());
                    fields.put("share", pair.share());
                    fields.put("margin", Double.isFinite(margin) ? margin : null); // null: there is no other
                    return (Map<String, Object>) fields;
                })
                .toList();
    }
}

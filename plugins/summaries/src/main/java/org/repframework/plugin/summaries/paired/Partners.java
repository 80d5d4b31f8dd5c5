package org.repframework.plugin.summaries.paired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.repframework.spi.Refusal;

/**
 * Who is compared with whom. The partner of a row is the row of another arm that is equal in all labels it is paired by;
 * where there are several such rows, it must be equal in all other labels as well. So a network with three copied
 * layers finds the base of its own half and seed, of which there is one, and against an arm of its own kind it finds
 * the one with three layers, too.
 */
final class Partners {

    /** The arm of networks that copied nothing. */
    static final String BASE = "base";

    private final List<Map<String, Object>> labels;
    private final String arm;
    private final List<String> pairedBy;
    private final Map<Map<String, Object>, List<Integer>> candidates = new HashMap<>();

    /**
     * @param labels of each row
     * @param arm the label that tells the arms apart
     * @throws Refusal if the rows lack one of the labels
     */
    Partners(List<Map<String, Object>> labels, String arm, List<String> pairedBy) {
        this.labels = labels;
        this.arm = arm;
        this.pairedBy = pairedBy;
        requireLabel("arm", arm);
        pairedBy.forEach(label -> requireLabel("pairedBy", label));
        for (var i = 0; i < labels.size(); i++) {
            candidates
                    .computeIfAbsent(pair(i, armOf(i)), missing -> new ArrayList<>())
                    .add(i);
        }
    }

    String armOf(int row) {
        return String.valueOf(labels.get(row).get(arm));
    }

    /** The label that tells the arms apart. */
    String arm() {
        return arm;
    }

    /** @throws Refusal if no row is of the arm */
    void requireArm(String wanted) {
        if (!arms().contains(wanted)) {
            throw Refusal.unknown("contrasts", wanted, "there is no arm '" + wanted + "'", arms());
        }
    }

    /** The arms there are, in the order of their first rows. */
    List<String> arms() {
        return labels.stream()
                .map(row -> String.valueOf(row.get(arm)))
                .distinct()
                .toList();
    }

    /**
     * The number of the row that a row is compared with; a row of that arm itself is its own partner.
     *
     * @throws Refusal if there is none, or more than one
     */
    int of(int row, String partnerArm) {
        if (armOf(row).equals(partnerArm)) {
            return row;
        }
        var equal = candidates.getOrDefault(pair(row, partnerArm), List.of());
        if (equal.size() == 1) {
            return equal.get(0);
        }
        var equalInAll = equal.stream()
                .filter(other -> withoutArm(other).equals(withoutArm(row)))
                .toList();
        if (equalInAll.size() == 1) {
            return equalInAll.get(0);
        }
        throw Refusal.of(
                "",
                "row " + (row + 1) + " " + LabelText.of(labels.get(row)) + " needs one row of the arm '" + partnerArm
                        + "' to be compared with, equal in " + pairedBy + "; there are " + equal.size());
    }

    private Map<String, Object> pair(int row, String ofArm) {
        var pair = new HashMap<String, Object>();
        pairedBy.forEach(label -> pair.put(label, labels.get(row).get(label)));
        pair.put(arm, ofArm);
        return pair;
    }

    private Map<String, Object> withoutArm(int row) {
        var others = new HashMap<>(labels.get(row));
        others.remove(arm);
        return others;
    }

    private void requireLabel(String setting, String label) {
        for (var row : labels) {
            if (!row.containsKey(label)) {
                throw Refusal.unknown(
                        setting, label, "'" + label + "' is not a label of every row", List.copyOf(common()));
            }
        }
    }

    private Set<String> common() {
        var common = new HashSet<>(labels.get(0).keySet());
        labels.forEach(row -> common.retainAll(row.keySet()));
        return new TreeSet<>(common);
    }
}

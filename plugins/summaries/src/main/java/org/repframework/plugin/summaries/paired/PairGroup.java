package org.repframework.plugin.summaries.paired;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.repframework.spi.Refusal;

/**
 * The pairs whose differences are averaged: those that differ only in the labels they are paired by.
 *
 * @param labels what they have in common; the arm's label holds the title of the contrast
 * @param pairs numbers of rows
 * @param unpaired the rows of the partners' arm that a comparison without pairs would take the mean of: equal in what
 *     rows and partners have in common
 */
record PairGroup(Map<String, Object> labels, List<Pair> pairs, List<Integer> unpaired) {

    record Pair(int row, int partner) {}

    /**
     * All groups, by contrast, then in the order of their first rows.
     *
     * @param contrasts empty: every arm less {@code base}, the base too
     * @param hidden a label that tells no groups apart
     * @throws Refusal if there is but one arm, an arm does not exist, or a row has no partner
     */
    static List<PairGroup> of(
            List<Map<String, Object>> rows, Partners partners, List<Contrast> contrasts, Set<String> hidden) {
        if (partners.arms().size() < 2) {
            throw Refusal.of(
                    "", "all rows are of the arm " + partners.arms() + "; there is nothing to compare it with");
        }
        var wanted = contrasts.isEmpty()
                ? partners.arms().stream()
                        .map(arm -> new Contrast(arm, arm, Partners.BASE))
                        .toList()
                : contrasts;
        var groups = new ArrayList<PairGroup>();
        for (var contrast : wanted) {
            partners.requireArm(contrast.arm());
            partners.requireArm(contrast.partner());
            groups.addAll(of(rows, partners, contrast, hidden));
        }
        return groups;
    }

    private static List<PairGroup> of(
            List<Map<String, Object>> rows, Partners partners, Contrast contrast, Set<String> hidden) {
        var pairs = new LinkedHashMap<Map<String, Object>, List<Pair>>();
        for (var row = 0; row < rows.size(); row++) {
            if (partners.armOf(row).equals(contrast.arm())) {
                var labels = new LinkedHashMap<>(rows.get(row));
                labels.keySet().removeAll(hidden);
                labels.replace(partners.arm(), contrast.title());
                pairs.computeIfAbsent(labels, missing -> new ArrayList<>())
                        .add(new Pair(row, partners.of(row, contrast.partner())));
            }
        }
        return pairs.entrySet().stream()
                .map(group -> new PairGroup(
                        group.getKey(),
                        group.getValue(),
                        unpaired(rows, partners, contrast.partner(), group.getKey(), group.getValue())))
                .toList();
    }

    private static List<Integer> unpaired(
            List<Map<String, Object>> rows,
            Partners partners,
            String partnerArm,
            Map<String, Object> labels,
            List<Pair> pairs) {
        var common = new HashSet<>(labels.keySet());
        common.remove(partners.arm());
        common.removeIf(label -> pairs.stream()
                .anyMatch(pair -> !rows.get(pair.row())
                        .get(label)
                        .equals(rows.get(pair.partner()).get(label))));
        return IntStream.range(0, rows.size())
                .filter(row -> partners.armOf(row).equals(partnerArm))
                .filter(row -> common.stream()
                        .allMatch(
                                label -> labels.get(label).equals(rows.get(row).get(label))))
                .boxed()
                .toList();
    }
}

package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.report.figure.PairRows;
import org.repframework.spi.Matching;

/** Matched units side by side, by what excites them and by their filters. */
record BothSides(UnitPages pages) {

    private static final int BEST = 8;
    private static final int MOST_PAIRS = 128;

    void add(Rendition rendition) {
        for (var matching : pages.matchings()) {
            if (!pages.patches().isEmpty()) {
                addPatches(rendition, matching);
            }
            if (!pages.networks().isEmpty()) {
                addFilters(rendition, matching);
            }
        }
    }

    /** The paper's picture: the best and the worst matches (Li et al. 2016, figure 4). */
    private void addPatches(Rendition rendition, Matching matching) {
        var sorted = MatchedOrder.sorted(matching);
        var best = Math.min(BEST, (sorted.size() + 1) / 2);
        var worst = Math.min(BEST, sorted.size() - best);
        var rows = new ArrayList<PairRows.Row>();
        for (var pair : sorted.subList(0, best)) {
            rows.add(patchRow(pair));
        }
        for (var pair : sorted.subList(sorted.size() - worst, sorted.size())) {
            rows.add(patchRow(pair));
        }
        var picture = new PairRows(
                rendition.title() + ": best and worst matches, " + matching.method(),
                pages.patches().get(0).pixels().shape(),
                pages.patches().get(1).pixels().shape(),
                rows,
                best);
        rendition.figure(
                matching.method() + "-best-and-worst",
                "Left the " + best + " best correlated pairs, right the " + worst + " worst: above the patches that"
                        + " excite the unit of x most (the first recording shown), below those of its partner in y.",
                picture::draw);
    }

    private PairRows.Row patchRow(Matching.Pair pair) {
        return new PairRows.Row(
                pair.unit(),
                pair.partner(),
                pair.correlation(),
                Patches.ofUnit(pages.patches().get(0), pair.unit()),
                Patches.ofUnit(pages.patches().get(1), pair.partner()));
    }

    /** First-layer filters beside their partners', by falling correlation. */
    private void addFilters(Rendition rendition, Matching matching) {
        var sorted = MatchedOrder.sorted(matching);
        var drawn = sorted.subList(0, Math.min(MOST_PAIRS, sorted.size()));
        var x = pages.networks().get(0);
        var y = pages.networks().get(1);
        var rows = drawn.stream()
                .map(pair -> new PairRows.Row(
                        pair.unit(),
                        pair.partner(),
                        pair.correlation(),
                        List.of(NetworkExhibit.image(x.filters(), pair.unit())),
                        List.of(NetworkExhibit.image(y.filters(), pair.partner()))))
                .toList();
        var picture = new PairRows(
                rendition.title() + ": filters of partners, " + matching.method(),
                NetworkExhibit.filterShape(x.architecture()),
                NetworkExhibit.filterShape(y.architecture()),
                rows,
                (rows.size() + PairRows.SINGLE - 1) / PairRows.SINGLE);
        rendition.figure(
                matching.method() + "-filters",
                "First-layer filters of the first network shown (x) above their partners' of the second (y), by falling"
                        + " correlation, down each column."
                        + (drawn.size() < sorted.size() ? " The first " + MOST_PAIRS + " pairs." : ""),
                picture::draw);
    }
}

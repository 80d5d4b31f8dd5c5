package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.repframework.engine.run.CompletedRun;
import org.repframework.report.figure.PairRows;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Images;
import org.repframework.spi.Matching;
import org.repframework.spi.Network;

/**
 * What an exhibit of a matching shows beside it of both layers: of two artifacts of one type the first is of x.
 *
 * @param within the correlations within each layer, as the other lists of two artifacts or none
 */
record BothSides(
        List<Matching> matchings, List<CorrelationMatrix> within, List<Images> patches, List<Network> networks) {

    private static final int BEST = 8;
    private static final int MOST_PAIRS = 128;

    static BothSides of(CompletedRun.Display display) {
        var artifacts =
                display.items().stream().map(CompletedRun.Item::artifact).toList();
        var matchings = all(artifacts, Matching.class).stream()
                .filter(matching -> !matching.pairs().isEmpty())
                .toList();
        if (matchings.isEmpty()) {
            return new BothSides(List.of(), List.of(), List.of(), List.of());
        }
        var between = matchings.get(0).correlation();
        var p = between.values().rows();
        var q = between.values().columns();
        var within = all(artifacts, CorrelationMatrix.class).stream()
                .filter(matrix -> !matrix.values().equals(between.values()))
                .toList();
        var patches = all(artifacts, Images.class);
        var networks = all(artifacts, Network.class);
        return new BothSides(
                matchings,
                within.size() == 2 && square(within.get(0), p) && square(within.get(1), q) ? within : List.of(),
                patches.size() == 2
                                && patches.get(0).units().size() == p
                                && patches.get(1).units().size() == q
                        ? patches
                        : List.of(),
                networks.size() == 2
                                && networks.get(0).filters().rows() == p
                                && networks.get(1).filters().rows() == q
                        ? networks
                        : List.of());
    }

    void add(Rendition rendition) {
        if (matchings.isEmpty()) {
            return;
        }
        rendition.tellUnits("{" + side("within", within, rendition) + "," + side("patches", patches, rendition) + ","
                + side("filters", networks, rendition) + "}");
        if (!(within.isEmpty() && patches.isEmpty() && networks.isEmpty())) {
            rendition.fact("x and y", "of two networks, recordings of patches or matrices the first is of x");
        }
        for (var matching : matchings) {
            if (!patches.isEmpty()) {
                addPatches(rendition, matching);
            }
            if (!networks.isEmpty()) {
                addFilters(rendition, matching);
            }
        }
    }

    /** The figures that show them, as JSON. */
    private static String side(String name, List<? extends Artifact> artifacts, Rendition rendition) {
        return artifacts.stream()
                .map(artifact -> "\"" + rendition.pictureOf(artifact) + "\"")
                .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
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
                patches.get(0).pixels().shape(),
                patches.get(1).pixels().shape(),
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
                Patches.ofUnit(patches.get(0), pair.unit()),
                Patches.ofUnit(patches.get(1), pair.partner()));
    }

    /** First-layer filters beside their partners', by falling correlation. */
    private void addFilters(Rendition rendition, Matching matching) {
        var sorted = MatchedOrder.sorted(matching);
        var drawn = sorted.subList(0, Math.min(MOST_PAIRS, sorted.size()));
        var x = networks.get(0);
        var y = networks.get(1);
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

    private static boolean square(CorrelationMatrix matrix, int size) {
        return matrix.values().rows() == size && matrix.values().columns() == size;
    }

    private static <T> List<T> all(List<Artifact> artifacts, Class<T> type) {
        return artifacts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

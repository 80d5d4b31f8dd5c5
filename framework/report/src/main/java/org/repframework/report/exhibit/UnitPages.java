package org.repframework.report.exhibit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.repframework.engine.run.CompletedRun;
import org.repframework.report.figure.HeatMap;
import org.repframework.spi.Artifact;
import org.repframework.spi.Clustering;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Images;
import org.repframework.spi.Matching;
import org.repframework.spi.Matrix;
import org.repframework.spi.Network;
import org.repframework.spi.Prediction;
import org.repframework.spi.SubspaceMatch;

/**
 * What an exhibit tells of each unit of x and y: it has a matching, and all that is shown beside it of the same units is on
 * their pages and leads to them. Of two artifacts of one type the first is of x.
 *
 * @param between the correlations of x and y; empty without a matching, and then there are no pages
 * @param within the correlations within x and within y, as the other lists of two artifacts or none
 * @param related what is of units of both, by a prediction, clusters or groups
 */
record UnitPages(
        Matrix between,
        List<Matching> matchings,
        List<CorrelationMatrix> within,
        List<Images> patches,
        List<Network> networks,
        List<Artifact> related) {

    static UnitPages of(CompletedRun.Display display) {
        var artifacts =
                display.items().stream().map(CompletedRun.Item::artifact).toList();
        var paired = all(artifacts, Matching.class).stream()
                .filter(matching -> !matching.pairs().isEmpty())
                .toList();
        if (paired.isEmpty()) {
            return new UnitPages(Matrix.of(0, 0), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        var between = paired.get(0).correlation().values();
        var p = between.rows();
        var q = between.columns();
        var within = all(artifacts, CorrelationMatrix.class).stream()
                .filter(matrix -> !matrix.values().equals(between))
                .toList();
        var patches = all(artifacts, Images.class);
        var networks = all(artifacts, Network.class);
        return new UnitPages(
                between,
                paired.stream()
                        .filter(matching -> has(matching.correlation().values(), p, q))
                        .toList(),
                within.size() == 2
                                && has(within.get(0).values(), p, p)
                                && has(within.get(1).values(), q, q)
                        ? within
                        : List.of(),
                patches.size() == 2
                                && patches.get(0).units().size() == p
                                && patches.get(1).units().size() == q
                        ? patches
                        : List.of(),
                networks.size() == 2
                                && networks.get(0).filters().rows() == p
                                && networks.get(1).filters().rows() == q
                        ? networks
                        : List.of(),
                artifacts.stream().filter(artifact -> relates(artifact, p, q)).toList());
    }

    private static boolean has(Matrix matrix, int rows, int columns) {
        return matrix.rows() == rows && matrix.columns() == columns;
    }

    private static boolean relates(Artifact artifact, int p, int q) {
        return artifact instanceof Prediction prediction && prediction.unitsX() == p && prediction.unitsY() == q
                || artifact instanceof Clustering clustering
                        && clustering.unitsX() == p
                        && clustering.clusters().size() == p + q
                || artifact instanceof SubspaceMatch match && match.unitsX() == p && match.unitsY() == q;
    }

    /** Whether the units of an artifact have pages. */
    private boolean knows(Artifact artifact) {
        return contains(matchings, artifact)
                || contains(within, artifact)
                || contains(related, artifact)
                || artifact instanceof CorrelationMatrix matrix
                        && matrix.values().equals(between);
    }

    private static boolean contains(List<? extends Artifact> artifacts, Artifact wanted) {
        return artifacts.stream().anyMatch(artifact -> artifact == wanted);
    }

    boolean isWithinX(CorrelationMatrix matrix) {
        return !within.isEmpty() && within.get(0) == matrix;
    }

    boolean isWithinY(CorrelationMatrix matrix) {
        return !within.isEmpty() && within.get(1) == matrix;
    }

    /** What the page needs of a heat map: its values, and that its units have pages if they do. */
    Map<String, String> data(Artifact artifact, HeatMap picture) {
        var data = new LinkedHashMap<>(picture.data());
        if (knows(artifact)) {
            data.put("pages", "true");
        }
        return data;
    }

    /** @param ofX the column that names units of x */
    Sheet.Links links(Artifact artifact, String ofX, String ofY) {
        return knows(artifact) ? Sheet.Links.of(Map.of(ofX, "x", ofY, "y")) : Sheet.Links.NONE;
    }

    Sheet.Links links(Images images) {
        return contains(patches, images)
                ? Sheet.Links.of(Map.of("unit", patches.get(0) == images ? "x" : "y"))
                : Sheet.Links.NONE;
    }

    /** Which figures show what is known of a unit. */
    void tell(Rendition rendition) {
        if (matchings.isEmpty()) {
            return;
        }
        rendition.tellUnits("{" + figures("within", within, rendition) + "," + figures("patches", patches, rendition)
                + "," + figures("filters", networks, rendition) + ","
                + figures("prediction", all(related, Prediction.class), rendition) + ","
                + figures("clusters", all(related, Clustering.class), rendition) + "}");
        if (!(within.isEmpty() && patches.isEmpty() && networks.isEmpty())) {
            rendition.fact("x and y", "of two networks, recordings of patches or matrices the first is of x");
        }
    }

    private static String figures(String name, List<? extends Artifact> artifacts, Rendition rendition) {
        return artifacts.stream()
                .map(rendition::pictureOf)
                .filter(figure -> figure != null) // of a prediction of dead units there is none
                .map(figure -> "\"" + figure + "\"")
                .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
    }

    private static <T extends Artifact> List<T> all(List<Artifact> artifacts, Class<T> type) {
        return artifacts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.spi.Matching;

/**
 * Rows and columns of a matched correlation matrix, so that the matched correlations fall along the diagonal.
 *
 * @param rows the units of x by falling correlation with their partners, then those without one
 * @param columns the partners in the same order, one that several units chose once for each of them; then the units of y
 *     that no unit chose
 * @param left how many columns are of that last kind
 */
record MatchedOrder(int[] rows, int[] columns, int left) {

    static MatchedOrder of(Matching matching) {
        var pairs = sorted(matching);
        var rows = new ArrayList<>(pairs.stream().map(Matching.Pair::unit).toList());
        var columns = new ArrayList<>(pairs.stream().map(Matching.Pair::partner).toList());
        var values = matching.correlation().values();
        addMissing(rows, values.rows());
        var left = addMissing(columns, values.columns());
        return new MatchedOrder(array(rows), array(columns), left);
    }

    /** By falling correlation; equal ones by unit. */
    static List<Matching.Pair> sorted(Matching matching) {
        return matching.pairs().stream()
                .sorted(Comparator.comparingDouble(Matching.Pair::correlation)
                        .reversed()
                        .thenComparingInt(Matching.Pair::unit))
                .toList();
    }

    private static int addMissing(List<Integer> order, int count) {
        var present = new boolean[count];
        order.forEach(unit -> present[unit] = true);
        var missing =
                IntStream.range(0, count).filter(unit -> !present[unit]).boxed().toList();
        order.addAll(missing);
        return missing.size();
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}

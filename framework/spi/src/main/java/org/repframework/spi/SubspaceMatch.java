package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * Groups of units of x and y that span the same space up to epsilon (Wang et al., NIPS 2018).
 *
 * @param method the matcher's name: {@code maximum}, {@code simple} or {@code minimal}
 * @param epsilon how far from the other side's span a vector may be, as a share of its length
 * @param groups the maximum match; or the simple matches, each once; or the minimal match of each unit of the maximum
 *     match, those of x before those of y; each with its units ascending; none where nothing matches
 * @param unitsX p
 * @param unitsY q
 * @param deadX units of x that are 0 on every sample, ascending; they are in no match and stay in the denominator
 * @param deadY the same of y
 * @param chance how far a unit is from the other side's span, as a share of its length, when the samples of that side
 *     are permuted: the median over the units that are not dead; an epsilon at or above it matches unrelated units
 * @param score the similarity (|X*| + |Y*|) / (p + q) of the maximum match, or the median size of the matches, 0
 *     without any
 */
public record SubspaceMatch(
        String method,
        double epsilon,
        List<Group> groups,
        int unitsX,
        int unitsY,
        List<Integer> deadX,
        List<Integer> deadY,
        double chance,
        double score)
        implements Artifact, Scored {

    /**
     * @param x units of x, ascending
     * @param y units of y, ascending
     */
    public record Group(List<Integer> x, List<Integer> y) {
        public Group {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }

        public int size() {
            return x.size() + y.size();
        }
    }

    public SubspaceMatch {
        groups = List.copyOf(groups);
        deadX = List.copyOf(deadX);
        deadY = List.copyOf(deadY);
        if (!Double.isFinite(score) || !Double.isFinite(chance)) {
            throw new IllegalArgumentException(
                    "the score of '" + method + "' is " + score + " and the distance by chance " + chance);
        }
    }

    @Override
    public Map<String, Double> scores() {
        return Map.of(method, score);
    }
}

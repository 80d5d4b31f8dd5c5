package org.repframework.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.repframework.engine.problem.Code;

/**
 * Which rows move together when samples are permuted or drawn, those of one image for example.
 *
 * @param rows of each group, ascending
 */
record Groups(List<int[]> rows) {

    /** Every row by itself. */
    static Groups single(int samples) {
        return new Groups(
                IntStream.range(0, samples).mapToObj(row -> new int[] {row}).toList());
    }

    /** @param file one label a row; rows of equal label are a group, wherever they stand */
    static Groups read(Path file, long samples) throws IOException, UnusableInput {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInput(Code.MISSING_FILE, "there is no file of groups " + file, "");
        }
        var labels = Files.readAllLines(file).stream().map(String::strip).toList();
        if (labels.size() != samples) {
            throw new UnusableInput(
                    Code.UNREADABLE_FILE,
                    file + " has " + labels.size() + " lines, and there are " + samples + " samples",
                    labels.size() == samples + 1
                            ? "it wants one label a sample and no header"
                            : "it wants one label a sample, a line each");
        }
        var members = new LinkedHashMap<String, List<Integer>>();
        for (var row = 0; row < labels.size(); row++) {
            if (labels.get(row).isEmpty()) {
                throw new UnusableInput(Code.UNREADABLE_FILE, file + " has no label in line " + (row + 1), "");
            }
            members.computeIfAbsent(labels.get(row), missing -> new ArrayList<>())
                    .add(row);
        }
        if (members.size() < 2) {
            throw new UnusableInput(
                    Code.UNREADABLE_FILE,
                    "all labels in " + file + " are '" + labels.get(0) + "'",
                    "groups are at least two");
        }
        return new Groups(members.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList());
    }

    /** @throws UnusableInput if groups are of different sizes: then one cannot take the place of another */
    void requireEqualSizes() throws UnusableInput {
        var sizes = new TreeMap<>(
                rows.stream().collect(Collectors.groupingBy(group -> group.length, Collectors.counting())));
        if (sizes.size() > 1) {
            throw new UnusableInput(
                    Code.WRONG_OPTION,
                    "--null permutes groups of one size, and there are "
                            + sizes.entrySet().stream()
                                    .map(size -> size.getValue() + " of " + size.getKey() + " rows")
                                    .collect(Collectors.joining(", ")),
                    "leave rows out until all groups have " + sizes.firstKey()
                            + " rows; --interval takes groups of any size");
        }
    }

    /** The row that comes to stand in each row when groups of equal size change places. */
    int[] permuted(SplittableRandom random) {
        var order = IntStream.range(0, rows.size()).toArray();
        for (var i = order.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        var permuted = new int[rows.stream().mapToInt(group -> group.length).sum()];
        for (var group = 0; group < order.length; group++) {
            var places = rows.get(group);
            var comers = rows.get(order[group]);
            for (var i = 0; i < places.length; i++) {
                permuted[places[i]] = comers[i];
            }
        }
        return permuted;
    }

    /** The rows of as many groups as there are, drawn with replacement. */
    int[] drawn(SplittableRandom random) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(random.nextInt(rows.size())))
                .flatMapToInt(IntStream::of)
                .toArray();
    }
}

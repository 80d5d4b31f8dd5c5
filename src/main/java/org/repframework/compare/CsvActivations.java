package org.repframework.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.repframework.engine.problem.Code;
import org.repframework.spi.ActivationMatrix;

/**
 * The rows of a {@code .csv} file, held in memory. A first line without a single number is its header.
 *
 * @param rows of equal length, finite
 * @param warning what a reader of the result should know of the file
 */
record CsvActivations(List<double[]> rows, Optional<String> warning) implements ActivationMatrix {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    /** @param name for messages */
    static CsvActivations read(Path file, String name) throws IOException, UnusableInput {
        try (var parser = CSVParser.parse(Files.newBufferedReader(file), FORMAT)) {
            var rows = new ArrayList<double[]>();
            for (var record : parser) {
                var isHeader = record.getRecordNumber() == 1
                        && Arrays.stream(record.values())
                                .noneMatch(cell -> number(cell).isPresent());
                if (!isHeader) {
                    rows.add(values(record, rows, name, parser.getCurrentLineNumber()));
                }
            }
            if (rows.isEmpty()) {
                throw new UnusableInput(Code.UNREADABLE_FILE, name + " has no line of numbers", "");
            }
            return new CsvActivations(rows, columnNumbers(rows.get(0), name));
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new UnusableInput(Code.UNREADABLE_FILE, name + " is no CSV file: " + malformed.getMessage(), "");
        }
    }

    private static double[] values(CSVRecord record, List<double[]> before, String name, long line)
            throws IOException, UnusableInput {
        var values = new double[record.size()];
        for (var column = 0; column < values.length; column++) {
            var cell = record.get(column);
            if (number(cell).isEmpty()) {
                throw new UnusableInput(
                        Code.UNREADABLE_FILE,
                        name + " has '" + cell + "' in line " + line + ", column " + column
                                + " (counted from 0), where a number was expected",
                        "a header is a first line without any number, and there is no column of names or of an index; in"
                                + " pandas: frame.to_csv(file, index=False)");
            }
            values[column] = number(cell).getAsDouble();
            if (!Double.isFinite(values[column])) {
                throw new NotFiniteException(name, before.size(), column, values[column]);
            }
        }
        if (!before.isEmpty() && before.get(0).length != values.length) {
            throw new UnusableInput(
                    Code.UNREADABLE_FILE,
                    name + " has " + values.length + " columns in line " + line + " and " + before.get(0).length
                            + " in those before",
                    "");
        }
        return values;
    }

    private static OptionalDouble number(String cell) {
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "nan":
                return OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity":
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity":
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default:
        }
        try {
            return OptionalDouble.of(Double.parseDouble(cell));
        } catch (NumberFormatException text) {
            return OptionalDouble.empty();
        }
    }

    /** As pandas writes a header of columns without names. */
    private static Optional<String> columnNumbers(double[] row, String name) {
        return row.length > 1 && IntStream.range(0, row.length).allMatch(i -> row[i] == i)
                ? Optional.of("the first line of " + name
                        + " is 0, 1, 2, ...: it was taken for a sample; if it numbers the" + " columns, remove it")
                : Optional.empty();
    }

    @Override
    public long samples() {
        return rows.size();
    }

    @Override
    public int units() {
        return rows.get(0).length;
    }

    @Override
    public int samplesPerImage() {
        return 1;
    }

    @Override
    public void read(long first, int count, double[] target) {
        for (var row = 0; row < count; row++) {
            System.arraycopy(rows.get(Math.toIntExact(first + row)), 0, target, row * units(), units());
        }
    }
}

package org.repframework.report.exhibit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;

/** Tables as comma-separated values with a header, numbers in the shortest form that reads back, lines ended by \n. */
public final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private Csv() {}

    public static byte[] encode(Sheet sheet) {
        var text = new StringBuilder();
        try (var printer = FORMAT.print(text)) {
            printer.printRecord(sheet.columns().subList(0, sheet.kept()));
            for (var row = 0; row < sheet.rows(); row++) {
                for (var column = 0; column < sheet.kept(); column++) {
                    printer.print(sheet.cells().at(row, column));
                }
                printer.println();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

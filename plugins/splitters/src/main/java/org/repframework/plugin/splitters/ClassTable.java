package org.repframework.plugin.splitters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;

/**
 * Halves by a table with the columns {@code class} and {@code group} and two groups; the first group in the file
 * becomes A. Classes of the data set that the table lacks are left out.
 */
public final class ClassTable implements DatasetSplitter<ClassTable.Settings> {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    public record Settings(
            @Setting("CSV file with the columns class and group, and two groups; the first becomes A")
            Path path) {}

    @Override
    public String name() {
        return "class-table";
    }

    @Override
    public String summary() {
        return "two groups of classes as a CSV file has them";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Halves<Description.OfDataset> describe(Settings settings, Description.OfDataset dataset, Seeds seeds) {
        return halves(settings.path(), dataset.train().classNames()).describe(dataset);
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        return halves(settings.path(), dataset.train().classNames()).split(dataset);
    }

    private static ClassHalves halves(Path file, List<String> classNames) {
        var groups = read(file);
        var names = groups.values().stream().distinct().toList();
        if (names.size() != 2) {
            throw Refusal.of("path", file + " has " + names.size() + " groups, " + names + "; it must have two");
        }
        groups.keySet().stream()
                .filter(name -> !classNames.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.unknown(
                            "path",
                            name,
                            "'" + name + "' in " + file.getFileName() + " is not a class of this data set",
                            classNames);
                });
        return ClassHalves.of(classNames, classesOf(groups, names.get(0)), classesOf(groups, names.get(1)));
    }

    /** Class to group, in the order of the file. */
    private static Map<String, String> read(Path file) {
        var groups = new LinkedHashMap<String, String>();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var records = FORMAT.parse(reader)) {
            for (var column : List.of("class", "group")) {
                if (!records.getHeaderNames().contains(column)) {
                    throw Refusal.of(
                            "path",
                            file + " has the columns " + records.getHeaderNames()
                                    + "; it must have 'class' and 'group'");
                }
            }
            for (var record : records) {
                if (!record.isConsistent()) {
                    throw Refusal.of(
                            "path",
                            file + ", line " + records.getCurrentLineNumber() + ": " + record.size()
                                    + " values for the columns " + records.getHeaderNames());
                }
                if (groups.put(record.get("class"), record.get("group")) != null) {
                    throw Refusal.of("path", file + " has the class '" + record.get("class") + "' twice");
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return groups;
    }

    private static List<String> classesOf(Map<String, String> groups, String group) {
        return groups.keySet().stream()
                .filter(name -> groups.get(name).equals(group))
                .toList();
    }
}

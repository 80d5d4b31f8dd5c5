package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Inputs;
import org.repframework.spi.Refusal;

/**
 * The contract of a {@link DatasetSource}. A source of files puts a few into {@link #folder()} and names them in
 * {@link #settings()}. Every setting that is a path is also tried with one that does not exist, an empty folder, an empty
 * file and a text: {@code describe} must refuse them and name the setting and the path.
 */
public abstract class DatasetSourceContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract DatasetSource<S> stage();

    @TestFactory
    public final Stream<DynamicTest> pathsWithoutADatasetAreRefused() {
        return Arrays.stream(stage().settings().getRecordComponents())
                .filter(component -> component.getType() == Path.class)
                .flatMap(component -> Stream.of("no such file", "empty folder", "empty file", "text")
                        .map(kind -> DynamicTest.dynamicTest(
                                component.getName() + " is " + kind, () -> checkPath(component, kind))));
    }

    private void checkPath(RecordComponent component, String kind) throws Exception {
        var path = newScratch().resolve(kind.replace(' ', '-'));
        switch (kind) {
            case "empty folder" -> Files.createDirectory(path);
            case "empty file" -> Files.createFile(path);
            case "text" -> Files.writeString(path, "no images here");
            default -> assertTrue(Files.notExists(path));
        }
        try {
            stage().describe(SettingsRecord.with(bound(), component, path));
        } catch (Refusal refusal) {
            assertEquals(component.getName(), refusal.subject(), "the subject of the refusal: " + refusal.getMessage());
            assertTrue(
                    refusal.getMessage().contains(path.getFileName().toString()),
                    () -> "the refusal does not name the path " + path + ": " + refusal.getMessage());
            return;
        } catch (RuntimeException e) {
            fail("describe() must refuse with a Refusal, not with " + e, e);
        }
        fail("describe() accepted " + path);
    }

    @Override
    Inputs<Artifact> makeInputs() throws Exception {
        bound(); // the author's files are written before they are looked at
        return new Inputs<>(List.of());
    }

    @Override
    List<Degenerate> degenerateInputs() {
        return List.of();
    }

    @Override
    boolean isLong() {
        return true;
    }

    @Override
    protected abstract Map<String, Object> settings() throws Exception;
}

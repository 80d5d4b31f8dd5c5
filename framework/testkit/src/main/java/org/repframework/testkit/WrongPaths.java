package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.repframework.spi.Refusal;

/**
 * Settings in which a path is none that the stage can read: {@code describe} must refuse them and name the setting and
 * the path.
 */
final class WrongPaths {

    @FunctionalInterface
    interface Describing<S> {
        void describe(S settings) throws Exception;
    }

    private WrongPaths() {}

    /** A test for every setting that is a path and everything that it may wrongly be. */
    static <S extends Record> Stream<DynamicTest> areRefused(StageContract<S> contract, Describing<S> describing) {
        return Arrays.stream(contract.stage().settings().getRecordComponents())
                .filter(component -> component.getType() == Path.class)
                .flatMap(component -> Stream.of("no such file", "empty folder", "empty file", "text")
                        .map(kind -> DynamicTest.dynamicTest(component.getName() + " is " + kind, () -> {
                            var path = write(kind, contract.newScratch().resolve(kind.replace(' ', '-')));
                            check(SettingsRecord.with(contract.bound(), component, path), component, path, describing);
                        })));
    }

    private static Path write(String kind, Path path) throws Exception {
        switch (kind) {
            case "empty folder" -> Files.createDirectory(path);
            case "empty file" -> Files.createFile(path);
            case "text" -> Files.writeString(path, "nothing to be read here");
            default -> assertTrue(Files.notExists(path));
        }
        return path;
    }

    private static <S extends Record> void check(
            S settings, RecordComponent component, Path path, Describing<S> describing) throws Exception {
        try {
            describing.describe(settings);
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
}

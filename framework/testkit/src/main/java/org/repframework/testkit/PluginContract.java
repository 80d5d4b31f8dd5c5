package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Plugin;

/** What the framework expects of the entry of a plugin. */
@DisplayNameGeneration(Sentences.class)
public abstract class PluginContract {

    private static final String SERVICE_FILE = "META-INF/services/" + Plugin.class.getName();

    protected abstract Plugin plugin();

    @Test
    public final void theServiceFileNamesThePlugin() throws IOException {
        var type = plugin().getClass();
        var named = new HashSet<String>();
        for (var file : Collections.list(type.getClassLoader().getResources(SERVICE_FILE))) {
            named.addAll(lines(file));
        }
        assertTrue(
                named.contains(type.getName()),
                () -> SERVICE_FILE + " must name " + type.getName() + "; it names " + named);
    }

    private static List<String> lines(URL file) throws IOException {
        try (var stream = file.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .toList();
        }
    }

    @Test
    public final void theClassIsPublicAndMadeWithoutArguments() {
        var type = plugin().getClass();
        assertTrue(Modifier.isPublic(type.getModifiers()), () -> type.getName() + " is not public");
        assertTrue(
                Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0),
                () -> type.getName() + " has no public constructor without arguments");
    }

    @Test
    public final void nameIsInLowerCaseWithHyphens() {
        Names.check(plugin().name());
    }

    @Test
    public final void summaryIsOneLine() {
        Names.checkSummary(plugin().summary());
    }

    @Test
    public final void stagesAreAlwaysTheSameAndEachOfThemOnce() {
        var stages = stages();
        assertFalse(stages.isEmpty(), "the plugin has no stage");
        assertEquals(stages, stages(), "stages() differs from call to call");
        assertEquals(stages.stream().distinct().toList(), stages, "a stage is there twice");
    }

    /** For example {@code train sgd}. */
    private List<String> stages() {
        return plugin().stages().stream()
                .map(stage -> stage.role().verb() + " " + stage.name())
                .toList();
    }
}

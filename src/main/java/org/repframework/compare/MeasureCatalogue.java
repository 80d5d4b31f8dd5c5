package org.repframework.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.store.Json;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Definition;
import org.repframework.spi.Direction;
import org.repframework.spi.Stage;

/** Every measure that can be asked for, with what its numbers mean. */
public final class MeasureCatalogue {

    private final Registry registry;

    public MeasureCatalogue(Registry registry) {
        this.registry = registry;
    }

    /** For people. */
    public String text() {
        var text = new StringBuilder();
        for (var stage : new MeasureSyntax(registry).offered()) {
            text.append(stage.name()).append("   ").append(stage.summary()).append('\n');
            facts(stage)
                    .forEach((name, value) -> text.append("    ")
                            .append(name)
                            .append(": ")
                            .append(value)
                            .append('\n'));
            for (var setting : stage.settings()) {
                text.append("    :")
                        .append(setting.name())
                        .append("=   ")
                        .append(meaning(setting))
                        .append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** One object a line. */
    public String json() {
        var text = new StringBuilder();
        for (var stage : new MeasureSyntax(registry).offered()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("measure", stage.name());
            document.put("summary", stage.summary());
            document.putAll(facts(stage));
            var settings = new LinkedHashMap<String, String>();
            stage.settings().forEach(setting -> settings.put(setting.name(), meaning(setting)));
            document.put("settings", settings);
            text.append(Json.LINE.writeValueAsString(document)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> facts(InstalledStage stage) {
        var facts = new LinkedHashMap<String, String>();
        facts.putAll(stage.call(one -> Definition.of(one).texts()));
        facts.put("promises", String.join("; ", stage.traits()));
        facts.put(
                "direction",
                stage.call(one -> direction(one, stage)) == Direction.SIMILARITY
                        ? "larger is more alike"
                        : "smaller is more alike");
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /** With the default settings; what needs some is a similarity. */
    private static <S extends Record> Direction direction(Stage<S> stage, InstalledStage installed) {
        var bound = installed.bind(Map.of());
        return stage instanceof CorrelationMetric<S> metric && bound.wrong().isEmpty()
                ? metric.direction(stage.settings().cast(bound.settings()))
                : Direction.SIMILARITY;
    }

    private static String meaning(SettingSpec setting) {
        return setting.summary() + "; " + setting.typeTitle() + "; "
                + setting.defaultText().map(text -> "default " + text).orElse("required");
    }
}

package org.repframework.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Direction;
import org.repframework.spi.Stage;

/**
 * A stage that compares, with its settings.
 *
 * @param stage a correlation metric, or a matcher
 * @param on the metric whose matrix a matcher works on; empty if the stage works on the recordings themselves
 */
record Measure(InstalledStage stage, Record settings, Optional<Measure> on) {

    String id() {
        return stage.name();
    }

    /** The settings as they are written, those with their default value too. */
    Map<String, Object> plainSettings() {
        var plain = new LinkedHashMap<>(SettingsType.toMap(settings, Path::toString));
        on.ifPresent(metric -> plain.put(MeasureSyntax.ON, metric.id()));
        return plain;
    }

    /** For example {@code svcca:variance=0.95:share=variance}. */
    String title() {
        var title = new StringBuilder(id());
        plainSettings()
                .forEach((name, value) ->
                        title.append(':').append(name).append('=').append(value));
        return title.toString();
    }

    Direction direction() {
        return stage.call(this::direction);
    }

    private <S extends Record> Direction direction(Stage<S> one) {
        return one instanceof CorrelationMetric<S> metric
                ? metric.direction(one.settings().cast(settings))
                : Direction.SIMILARITY;
    }
}

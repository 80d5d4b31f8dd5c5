package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Evidence;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Role;

/** What a comparison is given of two recordings: what it asks for, or moments of what is recorded by frequency. */
record EvidenceChoice(Registry registry) {

    /** @throws Refusal if the metric cannot be applied frequency by frequency, and must */
    Evidence of(InstalledStage comparison, Record settings, RecordingDescription x, RecordingDescription y) {
        return comparison.call(stage -> of((CorrelationMetric<?>) stage, settings, x, y));
    }

    private <S extends Record> Evidence of(
            CorrelationMetric<S> metric, Record settings, RecordingDescription x, RecordingDescription y) {
        var own = metric.settings().cast(settings);
        if (!x.byFrequency()) {
            return metric.evidence(own, x, y);
        }
        if (comparesFrequencies(metric, own)) {
            return Evidence.FREQUENCIES;
        }
        var able = able();
        throw Refusal.of(
                "",
                "'" + metric.name() + "' with these settings cannot be applied frequency by frequency, as reading: '"
                        + x.reading() + "' needs; "
                        + (able.isEmpty() ? "take another reading" : String.join(", ", able) + " can"));
    }

    /** Names of the metrics that can, with their default settings. */
    private List<String> able() {
        return registry.names(Role.CORRELATION_METRIC).stream()
                .filter(name -> registry.find(Role.CORRELATION_METRIC, name)
                        .orElseThrow()
                        .call(stage -> isAble((CorrelationMetric<?>) stage)))
                .toList();
    }

    private static <S extends Record> boolean isAble(CorrelationMetric<S> metric) {
        var bound = new SettingsType<>(metric.settings()).bind(metric.name(), Map.of());
        return bound.wrong().isEmpty() && comparesFrequencies(metric, bound.settings());
    }

    private static <S extends Record> boolean comparesFrequencies(CorrelationMetric<S> metric, S settings) {
        return metric instanceof MomentMetric<S> moments && moments.comparesFrequencies(settings);
    }
}

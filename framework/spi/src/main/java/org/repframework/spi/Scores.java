package org.repframework.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A few named numbers, for example accuracy and loss of a network on a probe set; the headline first. */
public record Scores(Map<String, Double> values) implements Artifact, Scored {

    public Scores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((name, value) -> {
            if (value.isNaN()) {
                throw new IllegalArgumentException("score '" + name + "' is NaN");
            }
        });
    }

    @Override
    public Map<String, Double> scores() {
        return values;
    }
}

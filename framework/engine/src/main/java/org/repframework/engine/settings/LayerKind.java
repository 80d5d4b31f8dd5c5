package org.repframework.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.repframework.spi.Layer;

/** The kinds of layers that a network block may name; what may be said of one are the components of its record. */
public enum LayerKind {
    CONV("conv", "a square convolution", Layer.Convolution.class),
    BATCH_NORM("batchNorm", "batch normalisation of each channel", Layer.BatchNormalisation.class),
    POOL("pool", "the maximum over windows", Layer.MaxPooling.class),
    DROPOUT("dropout", "in training some values are 0", Layer.Dropout.class),
    DENSE("dense", "fully connected units", Layer.Dense.class),
    ACTIVATION("activation", "a ReLU of its own, so that what stands before it can be recorded", Layer.Rectifier.class);

    /** The component that a script gives without its name, in front of all others. */
    public static final String NAME = "name";

    private final String verb;
    private final String summary;
    private final SettingsType<? extends Record> type;

    LayerKind(String verb, String summary, Class<? extends Record> layer) {
        this.verb = verb;
        this.summary = summary;
        this.type = new SettingsType<>(layer);
    }

    public String verb() {
        return verb;
    }

    /** One line: what such a layer does. */
    public String summary() {
        return summary;
    }

    /** The record, its name included. */
    public SettingsType<? extends Record> type() {
        return type;
    }

    /** What may be said of such a layer by name. */
    public List<SettingSpec> settings() {
        return type.specs().stream().filter(spec -> !spec.name().equals(NAME)).toList();
    }

    public static Optional<LayerKind> find(String verb) {
        return Arrays.stream(values()).filter(kind -> kind.verb.equals(verb)).findFirst();
    }

    static LayerKind of(Layer layer) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.describes(layer.getClass()))
                .findFirst()
                .orElseThrow();
    }
}

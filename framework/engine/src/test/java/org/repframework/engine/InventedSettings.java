package org.repframework.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Setting;

/** One component of every kind. */
public record InventedSettings(
        @Setting("where") Path folder,

        @Setting(value = "how many", defaultValue = "10", min = 1, max = 100)
        int count,

        @Setting(value = "how much", defaultValue = "0.5", max = 1)
        double share,

        @Setting(value = "in which way", defaultValue = "by-name")
        Way way,

        @Setting(value = "whether to hurry", defaultValue = "true")
        boolean fast,

        @Setting(value = "which", defaultValue = "a, b") List<String> names,

        @Setting(
                value = "of which kind",
                defaultValue = "plain",
                choices = {"plain", "other"})
        String kind) {

    public enum Way {
        BY_NAME,
        BY_SIZE
    }

    public record Lists(
            @Setting(value = "which", defaultValue = "") List<String> names) {}

    public record Networks(
            @Setting(value = "what", defaultValue = "") Blueprint network) {}

    public record Bare(int size) {}

    public record Odd(@Setting("when") Instant since) {}
}

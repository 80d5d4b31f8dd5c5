package org.repframework.testkit;

import java.nio.file.Path;
import java.util.Date;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;

/** Records of settings, honest ones and offenders. */
interface PlantedSettings {

    record Honest(
            @Setting(value = "a number", defaultValue = "1", min = 0, max = 2)
            int number) {
        public Honest {
            if (number < 1) {
                throw Refusal.of("number", "number is " + number + "; it must be 1 to 2");
            }
        }
    }

    record OfFile(
            @Setting("a file with the number of images of each class")
            Path path) {}

    record OfLayer(
            @Setting(value = "the layer", defaultValue = "fc1")
            String layer) {}

    record Undeclared(int number) {}

    record Unreasonable(
            @Setting(value = "", defaultValue = "7", min = 1, max = 5)
            int number,

            @Setting(
                    value = "a word",
                    defaultValue = "c",
                    choices = {"a", "b"})
            String word,

            @Setting(value = "a day", defaultValue = "1") Date day,
            @Setting(value = "a share", min = 1, max = 0) double share,

            @Setting(value = "a switch", defaultValue = "yes", min = 0, choices = "on")
            boolean flag) {}

    record Nameless(
            @Setting(value = "a number", defaultValue = "1", min = 0)
            int number) {
        public Nameless {
            if (number < 1) {
                throw Refusal.of("", "that cannot be");
            }
        }
    }

    record Valueless(
            @Setting(value = "a number", defaultValue = "1", min = 0)
            int number) {
        public Valueless {
            if (number < 1) {
                throw Refusal.of("number", "it must be at least one");
            }
        }
    }

    record Rangeless(
            @Setting(value = "a number", defaultValue = "1", min = 0)
            int number) {
        public Rangeless {
            if (number < 1) {
                throw Refusal.of("number", "number is " + number + ", which cannot be");
            }
        }
    }

    record Crashing(
            @Setting(value = "a number", defaultValue = "1", min = 0)
            int number) {
        public Crashing {
            if (number < 1) {
                throw new IllegalArgumentException("negative");
            }
        }
    }
}

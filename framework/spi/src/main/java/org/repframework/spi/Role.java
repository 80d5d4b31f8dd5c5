package org.repframework.spi;

import java.util.List;
import java.util.Locale;

/** A kind of stage: its verb in a script and the artifacts it takes. The list is the framework's; plugins add names. */
public enum Role {
    DATASET_SOURCE("dataset"),
    DATASET_SPLITTER("split", Slot.required("dataset", Dataset.class)),
    NETWORK_SOURCE("load", Slot.required("images", Examples.class)),
    TRAINER("train", Slot.required("images", Examples.class), Slot.named("from", Network.class)),
    ACTIVATION_RECORDER("record", Slot.required("network", Network.class), Slot.required("images", Examples.class)),
    CORRELATION_METRIC("correlate", Slot.required("x", Recording.class), Slot.required("y", Recording.class)),
    MATCHER("match", Slot.required("correlation", CorrelationMatrix.class)),
    TRANSFER_BUILDER("transfer", Slot.required("donor", Network.class), Slot.required("target", Examples.class)),
    EVALUATOR("evaluate", Slot.required("network", Network.class), Slot.required("images", Examples.class)),
    SUMMARY("summarise", Slot.repeated("rows", Scored.class));

    /**
     * One input of a role.
     *
     * @param type an {@link Artifact} type, {@link Recording}, or {@link Scored} for any artifact with scores
     * @param given how a script gives it
     */
    public record Slot(String name, Class<?> type, Given given) {

        public enum Given {
            /** A positional argument. */
            POSITION,
            /** A named argument, which may be left out. */
            NAME,
            /** All positional arguments from here on, at least one. */
            REPEATED
        }

        public static Slot required(String name, Class<?> type) {
            return new Slot(name, type, Given.POSITION);
        }

        public static Slot named(String name, Class<?> type) {
            return new Slot(name, type, Given.NAME);
        }

        static Slot repeated(String name, Class<?> type) {
            return new Slot(name, type, Given.REPEATED);
        }
    }

    private final String verb;
    private final List<Slot> slots;

    Role(String verb, Slot... slots) {
        this.verb = verb;
        this.slots = List.of(slots);
    }

    public String verb() {
        return verb;
    }

    public List<Slot> slots() {
        return slots;
    }

    /** Name of the port that a comparison's result leaves by. */
    String result() {
        return this == MATCHER ? "matching" : "correlation";
    }

    /** The role in words, for example {@code activation recorder}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

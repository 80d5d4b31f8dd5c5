package org.repframework.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Role;
import org.repframework.spi.Role.Slot;

/** What is said of a wrong call, in one wording for both passes: the check of the syntax and the evaluation. */
public final class Complaints {

    private static final String REPLICA = "replica";

    private Complaints() {}

    public static Problem unknownStage(Registry registry, Role role, String name, Place place) {
        var broken = registry.broken().size();
        var todo = broken == 0
                ? "rep-framework stages lists what is installed"
                : (broken == 1 ? "1 installed plugin" : broken + " installed plugins")
                        + " could not be loaded, see the warnings above";
        return Problem.of(Code.UNKNOWN_STAGE, place, "there is no " + role.title() + " '" + name + "'")
                .instead(name, registry.names(role))
                .todo(todo);
    }

    public static Problem noStageName(Role role, Place place) {
        var article = "aeiou".indexOf(role.title().charAt(0)) < 0 ? "a " : "an ";
        return Problem.of(
                Code.NO_STAGE_NAME,
                place,
                role.verb() + " begins with the name of " + article + role.title() + ", a text in quotes");
    }

    /** @param verb show or plot */
    public static Problem noTitle(String verb, Place place) {
        return Problem.of(Code.NO_TITLE, place, verb + " begins with a title, a text in quotes");
    }

    /** @param given what a plot is given in place of a table */
    public static Problem noTable(String given, Place place) {
        return Problem.of(Code.WRONG_PLOT, place, "plot draws a Table, this is " + given)
                .todo("summarise('...') gives a Table");
    }

    /** Samples of two recordings that do not belong together, though there are equally many. */
    static Problem differentDraws(RecordingDescription x, RecordingDescription y, Place place) {
        return Problem.of(
                        Code.DIFFERENT_SAMPLES,
                        place,
                        "the samples of the recordings do not belong together: x has " + samples(x) + ", y has "
                                + samples(y))
                .todo("record both with the same draw, of layers of the same size");
    }

    /** Of two recordings one is by frequency. */
    static Problem differentReadings(RecordingDescription x, RecordingDescription y, Place place) {
        return Problem.of(
                        Code.DIFFERENT_RECORDINGS,
                        place,
                        "x is recorded with reading: '" + x.reading() + "', y with reading: '" + y.reading()
                                + "'; one of them is by frequency, the other is not")
                .todo("record both with reading: '" + (x.byFrequency() ? x.reading() : y.reading())
                        + "', or both with another");
    }

    /** A recording by frequency is asked for its samples. */
    static Problem noSamples(RecordingDescription recording, Place place) {
        return Problem.of(
                        Code.REFUSED,
                        place,
                        "with reading: '" + recording.reading()
                                + "' units are complex; they are compared frequency by frequency, and cannot be written")
                .todo("take another reading");
    }

    private static String samples(RecordingDescription recording) {
        return recording.drawn().isEmpty() ? "all" : recording.drawn();
    }

    /** @param number of the input, from 1 */
    public static Problem missingInput(InstalledStage stage, int number, Slot slot, Place place) {
        return Problem.of(
                        Code.MISSING_INPUT,
                        place,
                        "'" + stage.name() + "' needs input " + number + ", the " + slot.name() + ": "
                                + slot.type().getSimpleName())
                .todo(origin(slot));
    }

    /** @param count how many inputs the stage takes */
    public static Problem surplusInput(InstalledStage stage, int count, Place place) {
        var inputs = count == 0 ? "no input" : count == 1 ? "one input" : count + " inputs";
        return Problem.of(Code.SURPLUS_INPUT, place, "'" + stage.name() + "' takes " + inputs + ", this is one more")
                .todo("settings are given by name, for example epochs: 10");
    }

    /**
     * @param title of the input, for example {@code input 1}
     * @param given what the script gives instead
     */
    public static Problem wrongInput(InstalledStage stage, Slot slot, String title, String given, Place place) {
        return Problem.of(
                        Code.WRONG_INPUT,
                        place,
                        title + " of '" + stage.name() + "' must be "
                                + slot.type().getSimpleName() + ", this is " + given)
                .todo(origin(slot));
    }

    public static Problem wrongReplica(Object given, Place place) {
        return Problem.of(
                Code.WRONG_REPLICA, place, "replica is " + typeOf(given) + "; it must be a whole number, at least 1");
    }

    /** @param given what a row is given in place of scores */
    public static Problem unscored(Place place, String given) {
        return Problem.of(Code.WRONG_ROW, place, "a row takes artifacts with scores, this is " + given)
                .todo("Scores, a Curve, a Matching and CanonicalCorrelations have scores");
    }

    /** The names that a stage accepts as named arguments. */
    public static List<String> accepted(InstalledStage stage) {
        var names = new ArrayList<String>();
        stage.settings().stream().map(SettingSpec::name).forEach(names::add);
        stage.slots().stream().filter(slot -> slot.given() == Slot.Given.NAME).forEach(slot -> names.add(slot.name()));
        if (stage.draws()) {
            names.add(REPLICA);
        }
        return names;
    }

    /** A value as a message names it. */
    public static String typeOf(Object value) {
        if (value instanceof Handle handle) {
            return handle.type();
        }
        if (value instanceof CharSequence) {
            return "the text '" + value + "'";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Iterable<?>) {
            return "a list";
        }
        return value == null
                ? "null"
                : "a value of the class " + value.getClass().getSimpleName();
    }

    /** How a script comes by an artifact for a slot. */
    private static String origin(Slot slot) {
        return switch (slot.type().getSimpleName()) {
            case "Dataset" -> "dataset('...') gives a Dataset";
            case "Examples" -> "a Dataset has the parts .train and .test, which are Examples";
            case "Network" -> "train('...') and transfer('...') give a Network";
            case "Recording" -> "record('...') gives a Recording";
            case "CorrelationMatrix" -> "correlate('pearson', ...) gives a CorrelationMatrix";
            default -> "rep-framework stages lists what every stage takes";
        };
    }
}

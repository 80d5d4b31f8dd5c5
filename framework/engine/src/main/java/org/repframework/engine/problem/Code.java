package org.repframework.engine.problem;

import static org.repframework.engine.problem.Severity.ERROR;
import static org.repframework.engine.problem.Severity.WARNING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The stable names of everything that can be wrong, {@code REP-2003}. A number is never used again for something else.
 * The explanation, with an example of wrong and right, is the resource {@code REP-2003.txt} beside this class.
 */
public enum Code {
    NOT_GROOVY(1001, "the script is not valid Groovy"),
    UNKNOWN_VARIABLE(1002, "unknown variable"),
    UNKNOWN_VERB(1003, "unknown verb or function"),
    UNKNOWN_PART(1004, "a result has no such part"),
    UNKNOWN_MEMBER(1005, "a value has no such method or property"),
    WRONG_VALUE_TYPE(1006, "a value of another type than its variable"),
    UNKNOWN_CLASS(1007, "unknown class"),
    SCRIPT_FAILS(1008, "the script fails while it is evaluated"),
    RESULT_CHANGED(1009, "results cannot be changed"),
    HIDDEN_VERB(1010, "a variable hides a verb"),
    VARIABLE_OUT_OF_REACH(1011, "a function does not see the script's variables"),
    VERB_OUT_OF_REACH(1012, "a class does not see the verbs"),
    DECLARED_TWICE(1013, "a variable is declared twice"),
    GIVEN_TWICE(1014, "an argument is given twice"),
    TOO_LARGE(1015, "a script that is too large to compile"),
    INCLUDE_MISSING(1020, "an included file is missing"),
    WRONG_INCLUDE(1021, "an include that cannot be followed"),
    UNREADABLE_WORKFLOW(1022, "a workflow that cannot be read"),

    UNKNOWN_STAGE(2001, "unknown stage"),
    NO_STAGE_NAME(2002, "a verb without the name of a stage"),
    UNKNOWN_SETTING(2003, "unknown setting"),
    WRONG_SETTING_TYPE(2004, "a setting of the wrong type"),
    OUT_OF_RANGE(2005, "a setting out of its range"),
    NOT_A_CHOICE(2006, "a setting that is not one of its choices"),
    MISSING_SETTING(2007, "a required setting is missing"),
    WRONG_INPUT(2008, "an input of the wrong type"),
    MISSING_INPUT(2009, "too few inputs"),
    SURPLUS_INPUT(2010, "too many inputs"),
    WRONG_REPLICA(2011, "a replica that is not a number from 1"),
    WRONG_ROW(2012, "a row that cannot be summarised"),
    NO_ROWS(2013, "a summary without rows"),
    NO_TITLE(2014, "an exhibit without a title"),
    TITLE_TWICE(2015, "two exhibits with one title"),
    WRONG_EXHIBIT(2016, "something that cannot be shown"),
    WRONG_PLOT(2017, "a plot of something that is no table, or without its columns"),
    UNKNOWN_PLOT_SETTING(2018, "unknown setting of a plot"),
    UNKNOWN_COLUMN(2019, "unknown column of a table"),
    UNUSED(2020, WARNING, "a result that nothing uses"),
    WRONG_NETWORK(2021, "a network without a name or a block"),
    WRONG_LAYER_NAME(2022, "a layer without a name of its own"),
    NO_LAYER(2023, "something in a network block that is no layer"),
    LAYER_OUTSIDE(2024, "a layer outside of a network block"),
    OUTPUT_NOT_LAST(2025, "a network block that does not end with its output"),

    UNKNOWN_LAYER(3001, "unknown layer"),
    UNKNOWN_NETWORK(3002, "unknown network"),
    UNKNOWN_NAME(3003, "a name that the inputs do not have"),
    MISSING_FILE(3004, "a missing input file"),
    UNREADABLE_FILE(3005, "an input file that cannot be used"),
    DIFFERENT_RECORDINGS(3006, "recordings of different images"),
    DIFFERENT_SAMPLES(3007, "recordings with different numbers of samples"),
    LAYER_REFUSED(3008, "a layer that does not fit what comes from below, or its trainer"),
    NOT_FINITE(3009, "activations that are NaN or infinite"),
    REFUSED(3099, "a stage refuses its settings or inputs"),

    UNKNOWN_PARAMETER(4001, "unknown parameter"),
    WRONG_PARAMETER(4002, "a parameter with a value of another type"),
    PARAMETER_TWICE(4003, "a parameter is declared twice"),
    WRONG_PARAM(4004, "a param that says too little or too much"),
    WRONG_DEFAULT(4005, "a default that its own parameter cannot have"),
    PARAMETER_OUT_OF_RANGE(4006, "a parameter out of its range"),
    PARAMETER_NOT_A_CHOICE(4007, "a parameter that is not one of its choices"),
    MALFORMED_PARAMETER(4008, "a -P that is not name=value"),
    PARAMETER_GIVEN_TWICE(4009, "a parameter that is given twice"),
    NO_WORKFLOW(4010, "there is no such workflow"),
    WRONG_OPTION(4011, "an option out of its range"),
    UNKNOWN_TOPIC(4012, "nothing to explain under this name"),
    NO_STAGE(4013, "no such stage to list"),
    WRONG_PARAMETER_FILE(4014, "a file of parameters that cannot be read"),
    WRONG_MEASURE(4015, "a measure that is not written as it must be"),

    NO_INSTALLATION(5001, "the installation is not whole"),
    STAGE_TWICE(5002, "two plugins offer one stage"),
    BROKEN_PLUGIN(5003, "an installed plugin that cannot be used"),
    NOT_AS_RECORDED(5004, "plugins are not as plugins.lock records them"),
    WRONG_LOCK(5005, "plugins.lock is damaged"),
    NO_PLUGIN(5006, "no such plugin is installed"),
    NO_PLUGIN_FILE(5010, "no such file to install"),
    NOT_A_JAR(5011, "a file that is no jar"),
    UNSAFE_ARCHIVE(5012, "a zip with unsafe paths"),
    ARCHIVE_TOO_LARGE(5013, "a file that is too large"),
    NO_JARS(5014, "a zip without jars in one folder"),
    FRAMEWORK_CLASSES(5015, "a plugin that brings classes of the framework"),
    HOST_LIBRARY(5016, "a plugin that brings a library of the framework"),
    NEWER_JAVA(5017, "a plugin that is compiled for a newer Java"),
    NO_SERVICE_FILE(5018, "a plugin without its service file"),
    NO_PLUGIN_CLASS(5019, "a service file that names a missing class"),
    OTHER_SPI(5020, "a plugin for another version of the SPI"),
    NO_VERSION(5021, "a plugin without its version"),
    NO_STAGES(5022, "a plugin without stages"),
    WRONG_SETTINGS(5023, "a stage whose settings are not declared"),
    PLUGIN_FAILS(5024, "a plugin that fails when it is loaded"),
    WRONG_PLUGIN_NAME(5025, "no name for a plugin"),
    PLUGIN_INSTALLED(5026, "a plugin that is installed already"),
    SEVERAL_PLUGINS(5027, "several plugins in one file"),
    READ_ONLY(5028, "the installation cannot be written to"),
    WRONG_PACKAGE(5030, "no name for a Java package"),
    FOLDER_EXISTS(5031, "the folder of the new plugin exists"),

    STORE_BUSY(6001, "another run writes into the store"),
    NO_RUNS(6002, "a results folder without runs"),
    UNKNOWN_RUN(6003, "unknown run"),
    UNREADABLE_RUN(6004, "a run whose provenance cannot be read"),
    UNKNOWN_TASK(6005, "unknown task of a plan"),
    DATA_CHANGED(6006, "data that a run read is missing or has changed"),
    NOT_REPRODUCIBLE(6007, "a run whose script is not right any more"),
    WRONG_TARGET(6008, "a file that cannot be written");

    private final int number;
    private final Severity severity;
    private final String title;

    Code(int number, String title) {
        this(number, ERROR, title);
    }

    Code(int number, Severity severity, String title) {
        this.number = number;
        this.severity = severity;
        this.title = title;
    }

    /** The code of a name such as {@code REP-2003}, in any case. */
    public static Optional<Code> find(String name) {
        return Arrays.stream(values())
                .filter(code -> code.toString().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public Severity severity() {
        return severity;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** What its thousands stand for. */
    public String group() {
        return switch (number / 1000) {
            case 1 -> "The script as Groovy";
            case 2 -> "Calls of stages";
            case 3 -> "What a stage refuses";
            case 4 -> "Parameters and the command line";
            case 5 -> "Plugins and the installation";
            default -> "Store and runs";
        };
    }

    /** What it means, with an example of wrong and right. */
    public String explanation() {
        try (var resource = Code.class.getResourceAsStream(this + ".txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** For example {@code REP-2003}. */
    @Override
    public String toString() {
        return "REP-" + number;
    }
}

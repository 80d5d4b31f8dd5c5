package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.repframework.engine.plan.Handle;
import org.repframework.engine.plan.Site;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.settings.LayerKind;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Layer;

/** A {@code network} block while its closure runs: the layers so far, and where each stands in the script. */
final class NetworkBlock {

    /** The verb of the last layer, which is dense and has a unit for each class. */
    static final String OUTPUT = "output";

    private static final String RECTIFIER = "relu";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*");

    private final String name;
    private final Consumer<Problem> problems;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private String output;
    private boolean right = true;

    NetworkBlock(String name, Consumer<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** What may stand in a block. */
    static Set<String> verbs() {
        var verbs = new TreeSet<>(Set.of(OUTPUT));
        Arrays.stream(LayerKind.values()).map(LayerKind::verb).forEach(verbs::add);
        return verbs;
    }

    /** One layer on top of those that are there. */
    void add(String verb, List<Object> arguments, Map<String, Object> named, Site site) {
        if (arguments.stream().anyMatch(Handle.Poison.class::isInstance)) {
            right = false;
        } else if (isNamed(verb, arguments, site)) {
            var layer = arguments.get(0).toString();
            if (output != null) {
                refuse(
                        Code.OUTPUT_NOT_LAST,
                        site.whole(),
                        "'" + layer + "' stands above the output '" + output + "', which is the last layer");
            }
            if (places.put(layer, site.argument(0)) != null) {
                refuse(Code.WRONG_LAYER_NAME, site.argument(0), "two layers are called '" + layer + "'");
            }
            refuseSurplus(verb, arguments, site);
            if (verb.equals(OUTPUT)) {
                known(verb, List.of(), named, site);
                output = layer;
            } else {
                bind(LayerKind.find(verb).orElseThrow(), layer, named, site);
            }
        }
    }

    /** A verb that is no layer. */
    void refuse(String verb, Place place) {
        refuse(noLayer(verb, place));
    }

    static Problem noLayer(String verb, Place place) {
        return Problem.of(Code.NO_LAYER, place, "'" + verb + "' is no layer")
                .instead(verb, verbs())
                .todo("in a network block stand layers; rep-framework stages network explains them");
    }

    /** The network, or a poison if something is wrong with it. */
    Handle finish(Site site) {
        if (output == null && right) {
            refuse(Problem.of(Code.OUTPUT_NOT_LAST, site.whole(), "the network '" + name + "' has no output")
                    .todo("end it with its last layer, which has a unit for each class: output 'fc'"));
        }
        return right ? new Handle.Layers(new Blueprint.Layered(name, layers, output), places) : new Handle.Poison();
    }

    private boolean isNamed(String verb, List<Object> arguments, Site site) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof String layer)) {
            refuse(Problem.of(
                            Code.WRONG_LAYER_NAME,
                            site.argument(0),
                            verb + " begins with the name of the layer, a text in quotes")
                    .todo("for example " + verb + " '" + verb + "1'"));
            return false;
        }
        if (!NAME.matcher(layer).matches()) {
            refuse(
                    Code.WRONG_LAYER_NAME,
                    site.argument(0),
                    "'" + layer + "' is no name for a layer: it takes letters, digits, _ and -, a letter first");
            return false;
        }
        return true;
    }

    /** An activation may be named: {@code activation 'relu1', 'relu'}; there is one. */
    private void refuseSurplus(String verb, List<Object> arguments, Site site) {
        var isActivation = verb.equals(LayerKind.ACTIVATION.verb());
        if (isActivation && arguments.size() > 1 && !RECTIFIER.equals(arguments.get(1))) {
            refuse(Problem.of(Code.NOT_A_CHOICE, site.argument(1), "there is no activation '" + arguments.get(1) + "'")
                    .instead(String.valueOf(arguments.get(1)), List.of(RECTIFIER)));
        }
        var most = isActivation ? 2 : 1;
        if (arguments.size() > most) {
            refuse(Problem.of(
                            Code.SURPLUS_INPUT,
                            site.argument(most),
                            verb + " takes the name of the layer, this is one more")
                    .todo("settings are given by name, for example channels: 16"));
        }
    }

    private void bind(LayerKind kind, String layer, Map<String, Object> named, Site site) {
        var settings = known(
                kind.verb(), kind.settings().stream().map(SettingSpec::name).toList(), named, site);
        if (settings.values().stream().anyMatch(Handle.Poison.class::isInstance)) {
            right = false;
            return;
        }
        settings.put(LayerKind.NAME, layer);
        var bound = kind.type().bind(kind.verb(), settings);
        bound.wrong().forEach(wrong -> refuse(wrong.problem().at(site.value(wrong.setting()))));
        if (bound.settings() != null) {
            layers.add((Layer) bound.settings());
        }
    }

    /** The settings without those that such a layer does not have. */
    private Map<String, Object> known(String verb, List<String> names, Map<String, Object> named, Site site) {
        var known = new LinkedHashMap<String, Object>();
        named.forEach((setting, value) -> {
            if (!names.contains(setting)) {
                refuse(SettingsType.unknown(verb, setting, names).problem().at(site.name(setting)));
            } else {
                known.put(setting, value);
            }
        });
        return known;
    }

    private void refuse(Code code, Place place, String cause) {
        refuse(Problem.of(code, place, cause));
    }

    private void refuse(Problem problem) {
        right = false;
        problems.accept(problem);
    }
}

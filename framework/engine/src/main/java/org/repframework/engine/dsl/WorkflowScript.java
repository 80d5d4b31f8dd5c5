package org.repframework.engine.dsl;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.repframework.engine.plan.Call;
import org.repframework.engine.plan.Complaints;
import org.repframework.engine.plan.Handle;
import org.repframework.engine.plan.PlanBuilder;
import org.repframework.engine.plan.Site;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.Role;

/** The base class of every workflow script: its verbs, which all go to the plan builder. */
public abstract class WorkflowScript extends Script {

    private static final Set<String> OTHER_VERBS = Set.of(Inclusion.VERB, "param", "row", "show", "plot", "network");

    private static final int LISTED = 8;

    /** What Groovy adds to every script. */
    static final Set<String> ENTRIES = Set.of("main", "run");

    private PlanBuilder builder;
    private ScriptSources sources;
    private ScriptWords words;
    private NetworkBlock block;

    /** Everything a script may call. */
    static Set<String> verbs() {
        var verbs = new TreeSet<>(OTHER_VERBS);
        for (var role : Role.values()) {
            verbs.add(role.verb());
        }
        return verbs;
    }

    /** Everything whose calls carry their places. */
    static Set<String> located() {
        var located = new TreeSet<>(verbs());
        located.addAll(NetworkBlock.verbs());
        return located;
    }

    void connect(PlanBuilder planBuilder, ScriptSources scriptSources, ScriptWords scriptWords) {
        this.builder = planBuilder;
        this.sources = scriptSources;
        this.words = scriptWords;
    }

    static Problem unknownVariable(String name, Place place, Set<String> variables) {
        var problem = Problem.of(Code.UNKNOWN_VARIABLE, place, "there is no variable '" + name + "'");
        return (variables.size() > LISTED ? problem.suggest(name, variables) : problem.instead(name, variables))
                .todo("declare it before it is used, or put a text in quotes");
    }

    static Problem unknownVerb(String name, Place place, Set<String> known) {
        if (known.contains(name)) {
            return Problem.of(Code.UNKNOWN_VERB, place, "the function '" + name + "' does not take these arguments")
                    .todo("give it what it declares; named arguments reach a function as one map, the first argument");
        }
        return Problem.of(Code.UNKNOWN_VERB, place, "there is no verb or function '" + name + "'")
                .instead(name, known);
    }

    /** Where {@link CallSites} sends every call of a verb. */
    public Object at$(String places, String verb, Object... given) {
        var site = Sites.read(places, sources);
        var named = new LinkedHashMap<String, Object>();
        var arguments = new ArrayList<Object>();
        for (var argument : given) {
            if (argument instanceof Map<?, ?> map) {
                map.forEach((name, value) -> named.put(String.valueOf(name), bare(value)));
            } else {
                arguments.add(bare(argument));
            }
        }
        if (NetworkBlock.verbs().contains(verb)) {
            layer(verb, arguments, named, site);
            return null;
        }
        if (block != null) {
            block.refuse(verb, site.whole());
            return new ScriptHandle(this, new Handle.Poison());
        }
        return switch (verb) {
            case "network" -> new ScriptHandle(this, network(arguments, named, site));
            case "param" -> parameter(arguments, named, site);
            case Inclusion.VERB -> {
                builder.refuse(Problem.of(
                                Code.WRONG_INCLUDE, site.whole(), "include stands by itself, with one text in quotes")
                        .todo("write include 'common.groovy' outside of loops, conditions and functions"));
                yield null;
            }
            case "row" -> new ScriptHandle(this, builder.row(named, arguments, site));
            case "show" -> {
                var title = text(Complaints.noTitle(verb, site.argument(0)), arguments);
                if (title != null) {
                    arguments.forEach(builder::use);
                    builder.exhibits().show(title, arguments.subList(1, arguments.size()), site);
                }
                yield null;
            }
            case "plot" -> {
                var title = text(Complaints.noTitle(verb, site.argument(0)), arguments);
                if (title != null) {
                    arguments.forEach(builder::use);
                    builder.exhibits().plot(title, arguments.size() > 1 ? arguments.get(1) : null, named, site);
                }
                yield null;
            }
            default -> new ScriptHandle(this, stage(verb, arguments, named, site));
        };
    }

    /** Groovy's hook for a name that is neither variable nor property. */
    public Object propertyMissing(String name) {
        builder.refuse(unknownVariable(name, word(name), words.declared()));
        return new ScriptHandle(this, new Handle.Poison());
    }

    /** Groovy's hook for an unknown method. */
    public Object methodMissing(String name, Object arguments) {
        if (block != null) {
            block.refuse(name, word(name));
            return new ScriptHandle(this, new Handle.Poison());
        }
        builder.refuse(unknownVerb(name, word(name), functions()));
        builder.use(
                Arrays.stream((Object[]) arguments).map(WorkflowScript::bare).toList());
        return new ScriptHandle(this, new Handle.Poison());
    }

    /** Where {@code println} writes: the standard output belongs to the commands. */
    public PrintStream getOut() {
        return System.err;
    }

    boolean hasFunction(String name) {
        return !getMetaClass().respondsTo(this, name).isEmpty();
    }

    Object property(Handle handle, String name) {
        var value = builder.property(handle, name, word(name));
        return value instanceof Handle found ? new ScriptHandle(this, found) : value;
    }

    void refuseChange(Handle handle, String name) {
        builder.refuse(
                Problem.of(Code.RESULT_CHANGED, word(name), "'" + name + "' of " + handle.type() + " cannot be changed")
                        .todo("give settings to the verb that makes the result"));
    }

    private Handle stage(String verb, List<Object> arguments, Map<String, Object> named, Site site) {
        var role = Arrays.stream(Role.values())
                .filter(one -> one.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        var stage = text(Complaints.noStageName(role, site.argument(0)), arguments);
        return stage == null
                ? new Handle.Poison()
                : builder.call(role, new Call(stage, arguments.subList(1, arguments.size()), named, site));
    }

    private Object parameter(List<Object> arguments, Map<String, Object> named, Site site) {
        var value = builder.parameters().declare(arguments, named, site);
        return value instanceof Handle.Poison poison ? new ScriptHandle(this, poison) : value;
    }

    private Handle network(List<Object> arguments, Map<String, Object> named, Site site) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof String name)
                || !(arguments.get(1) instanceof Closure<?> layers)
                || !named.isEmpty()) {
            builder.refuse(Problem.of(Code.WRONG_NETWORK, site.whole(), "network takes a name and a block of layers")
                    .todo("write it like network('small') { conv 'conv1', channels: 16, kernel: 3; output 'fc2' }"));
            return new Handle.Poison();
        }
        block = new NetworkBlock(name, builder::refuse);
        try {
            layers.call();
            return block.finish(site);
        } finally {
            block = null;
        }
    }

    /** Also of a function that a block calls: the layer belongs to the block that is being evaluated. */
    private void layer(String verb, List<Object> arguments, Map<String, Object> named, Site site) {
        if (block != null) {
            block.add(verb, arguments, named, site);
        } else {
            builder.refuse(Problem.of(
                            Code.LAYER_OUTSIDE,
                            site.whole(),
                            "'" + verb + "' is a layer and stands outside of a network")
                    .todo("write it inside network('small') { ... }"));
        }
    }

    /** The first argument if it is a text; otherwise null, and the problem is told. */
    private String text(Problem otherwise, List<Object> arguments) {
        if (!arguments.isEmpty() && arguments.get(0) instanceof CharSequence text) {
            return text.toString();
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Handle.Poison)) {
            builder.refuse(otherwise);
        }
        arguments.forEach(builder::use);
        return null;
    }

    /** What a script may call besides the methods of its values. */
    private Set<String> functions() {
        var functions = verbs();
        for (var method : getClass().getDeclaredMethods()) {
            if (!method.isSynthetic() && !method.getName().contains("$") && !ENTRIES.contains(method.getName())) {
                functions.add(method.getName());
            }
        }
        return functions;
    }

    /** Without the script's wrapping, also inside lists. */
    private static Object bare(Object value) {
        if (value instanceof ScriptHandle wrapped) {
            return wrapped.handle();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WorkflowScript::bare).toList();
        }
        return value instanceof CharSequence text ? text.toString() : value;
    }

    /** Where the script names what is being evaluated. */
    private Place word(String name) {
        var line = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> sources.script().file().equals(frame.getFileName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::getLineNumber)
                        .orElse(0));
        return words.find(name.replaceFirst("\\(.*", ""), line); // of a port such as at(0.35) the method
    }
}

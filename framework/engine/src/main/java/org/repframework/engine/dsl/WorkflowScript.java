package org.repframework.engine.dsl;

import groovy.lang.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.repframework.engine.plan.Call;
import org.repframework.engine.plan.Handle;
import org.repframework.engine.plan.PlanBuilder;
import org.repframework.engine.plan.Site;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.Role;

/** The base class of every workflow script: its verbs, which all go to the plan builder. */
public abstract class WorkflowScript extends Script {

    private static final Set<String> OTHER_VERBS = Set.of("param", "row", "show", "plot");

    private PlanBuilder builder;
    private String fileName;
    private Set<String> variables;

    /** Everything a script may call. */
    static Set<String> verbs() {
        var verbs = new TreeSet<>(OTHER_VERBS);
        for (var role : Role.values()) {
            verbs.add(role.verb());
        }
        return verbs;
    }

    void connect(PlanBuilder planBuilder, String scriptFile, Set<String> declaredVariables) {
        this.builder = planBuilder;
        this.fileName = scriptFile;
        this.variables = declaredVariables;
    }

    /** Where {@link CallSites} sends every call of a verb. */
    public Object at$(String places, String verb, Object... given) {
        var site = Sites.read(places, fileName);
        var named = new LinkedHashMap<String, Object>();
        var arguments = new ArrayList<Object>();
        for (var argument : given) {
            if (argument instanceof Map<?, ?> map) {
                map.forEach((name, value) -> named.put(String.valueOf(name), bare(value)));
            } else {
                arguments.add(bare(argument));
            }
        }
        return switch (verb) {
            case "param" -> parameter(arguments, named, site);
            case "row" -> new ScriptHandle(this, builder.row(named, arguments, site));
            case "show" -> {
                var title = text(Code.NO_TITLE, verb, "a title", arguments, site);
                if (title != null) {
                    builder.exhibits().show(title, arguments.subList(1, arguments.size()), site);
                }
                yield null;
            }
            case "plot" -> {
                var title = text(Code.NO_TITLE, verb, "a title", arguments, site);
                if (title != null) {
                    builder.exhibits().plot(title, arguments.size() > 1 ? arguments.get(1) : null, named, site);
                }
                yield null;
            }
            default -> new ScriptHandle(this, stage(verb, arguments, named, site));
        };
    }

    /** Groovy's hook for a name that is neither variable nor property. */
    public Object propertyMissing(String name) {
        builder.refuse(Problem.of(Code.UNKNOWN_VARIABLE, line(), "there is no variable '" + name + "'")
                .instead(name, new TreeSet<>(variables)));
        return new ScriptHandle(this, new Handle.Poison());
    }

    /** Groovy's hook for an unknown method. */
    public Object methodMissing(String name, Object arguments) {
        builder.refuse(Problem.of(Code.UNKNOWN_VERB, line(), "there is no verb or function '" + name + "'")
                .instead(name, verbs()));
        return new ScriptHandle(this, new Handle.Poison());
    }

    Object property(Handle handle, String name) {
        var value = builder.property(handle, name, line());
        return value instanceof Handle found ? new ScriptHandle(this, found) : value;
    }

    void refuseChange(Handle handle, String name) {
        builder.refuse(Code.RESULT_CHANGED, line(), "results cannot be changed: '" + name + "' of " + handle.type());
    }

    private Handle stage(String verb, List<Object> arguments, Map<String, Object> named, Site site) {
        var role = Arrays.stream(Role.values())
                .filter(one -> one.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        var stage = text(
                Code.NO_STAGE_NAME,
                verb,
                "the name of " + (role == Role.ACTIVATION_RECORDER || role == Role.EVALUATOR ? "an " : "a ")
                        + role.title(),
                arguments,
                site);
        return stage == null
                ? new Handle.Poison()
                : builder.call(role, new Call(stage, arguments.subList(1, arguments.size()), named, site));
    }

    private Object parameter(List<Object> arguments, Map<String, Object> named, Site site) {
        if (arguments.size() < 2 || arguments.size() > 3 || !named.isEmpty()) {
            builder.refuse(
                    Code.WRONG_PARAM,
                    site.whole(),
                    "param takes a name, a default and a description: param('epochs', 10, 'passes')");
            return new ScriptHandle(this, new Handle.Poison());
        }
        var description = arguments.size() == 3 ? arguments.get(2).toString() : "";
        return builder.parameter(arguments.get(0).toString(), arguments.get(1), description, site);
    }

    private String text(Code code, String verb, String what, List<Object> arguments, Site site) {
        if (!arguments.isEmpty() && arguments.get(0) instanceof CharSequence text) {
            return text.toString();
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Handle.Poison)) {
            builder.refuse(code, site.argument(0), verb + " begins with " + what + ", a text in quotes");
        }
        return null;
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

    /** The line of the script that is being evaluated. */
    private Place line() {
        var line = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> fileName.equals(frame.getFileName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::getLineNumber)
                        .orElse(0));
        return Place.ofLine(fileName, line);
    }
}

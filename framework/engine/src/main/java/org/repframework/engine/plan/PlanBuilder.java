package org.repframework.engine.plan;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.engine.plan.Handle.Row;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Problems;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.PluginFailure;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.store.ContentHashes;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Description;
import org.repframework.spi.Inputs;
import org.repframework.spi.Ports;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Role;
import org.repframework.spi.Scored;
import org.repframework.spi.Seeds;
import org.repframework.spi.Stage;

/**
 * Turns a script's calls into a plan. A wrong call adds problems and returns a {@link Poison}, which every other call
 * accepts in silence, so that one evaluation of a script finds all mistakes.
 */
public final class PlanBuilder {

    private static final Seeds NO_SEEDS = purpose -> {
        throw new IllegalStateException("a stage that draws must say so: Stage.draws()");
    };

    private final Registry registry;
    private final PlanContext context;
    private final Parameters parameters;
    private final TaskList tasks;
    private final Problems problems = new Problems();
    private final UnusedResults unused = new UnusedResults();
    private final ExhibitBuilder exhibits = new ExhibitBuilder(this::refuse);

    public PlanBuilder(Registry registry, PlanContext context, ContentHashes files) {
        this.registry = registry;
        this.context = context;
        this.parameters = new Parameters(context.given(), context.folder(), problems::add);
        this.tasks = new TaskList(new Keys(files, context.seed(), context.numerics()));
    }

    public Parameters parameters() {
        return parameters;
    }

    /** What the script wants shown. */
    public ExhibitBuilder exhibits() {
        return exhibits;
    }

    /** What is wrong so far. */
    public Problems problems() {
        return problems;
    }

    public void refuse(Problem problem) {
        problems.add(problem);
    }

    public void refuse(Code code, Place place, String cause) {
        problems.add(Problem.of(code, place, cause));
    }

    /** One verb of a role: a task, or a recording. */
    public Handle call(Role role, Call call) {
        var broken = registry.broken(role, call.stage());
        if (broken.isPresent()) {
            refuse(
                    Code.BROKEN_PLUGIN,
                    call.site().argument(0),
                    "'" + call.stage() + "' comes from the plugin in "
                            + broken.get().directory() + ", which is broken: "
                            + broken.get().cause());
            return new Poison();
        }
        try {
            return stage(role, call);
        } catch (PluginFailure failure) {
            refuse(Code.BROKEN_PLUGIN, call.site().argument(0), failure.getMessage());
            return new Poison();
        }
    }

    private Handle stage(Role role, Call call) {
        var installed = registry.find(role, call.stage());
        if (installed.isEmpty()) {
            refuse(Complaints.unknownStage(
                    registry, role, call.stage(), call.site().argument(0)));
            return wrong(call);
        }
        var arguments = new Arguments(installed.get(), call, this, context);
        if (!arguments.areRight()) {
            return wrong(call);
        }
        try {
            if (installed.get().delivers()) {
                return recording(call, installed.get(), arguments);
            }
            return installed.get().compares()
                    ? comparison(call, installed.get(), arguments)
                    : result(
                            task(call, installed.get(), arguments.settings(), arguments.inputs(), arguments.replica()));
        } catch (Refusal refusal) {
            refuse(arguments.problem(refusal));
        } catch (UncheckedIOException unreadable) {
            var cause = "an input file cannot be read: " + unreadable.getCause().getMessage();
            refuse(Code.UNREADABLE_FILE, call.site().whole(), cause);
        }
        return wrong(call);
    }

    /** The samples of a recording, for who wants them as they are. */
    public Handle samples(Handle recording, Place place) {
        if (!(recording instanceof Activations activations)) {
            return new Poison();
        }
        if (activations.description().byFrequency()) {
            refuse(Complaints.noSamples(activations.description(), place));
            return new Poison();
        }
        return result(new EvidenceTasks(registry, tasks, place).samples(activations));
    }

    /** Says that something uses a result, though it may come to nothing. */
    public void use(Object argument) {
        unused.use(argument);
    }

    /**
     * Once the script has been evaluated to its end: refuses parameters that it does not have and warns of results that
     * nothing uses. A variable that does not exist may have been meant to be any of them.
     */
    public void conclude() {
        parameters.refuseUndeclared();
        if (problems.all().stream().noneMatch(problem -> problem.code() == Code.UNKNOWN_VARIABLE)) {
            unused.warn(tasks.all(), problems);
        }
    }

    private Handle wrong(Call call) {
        call.arguments().forEach(this::use);
        call.named().values().forEach(this::use);
        return new Poison();
    }

    /**
     * {@code net.curve}, {@code halves.B.train}, {@code net.layers}: another port of the task, a part of the artifact, or
     * a plain value that is known of it beforehand ({@link Description#facts()}).
     */
    public Object property(Handle handle, String name, Place place) {
        if (handle instanceof Poison) {
            return handle;
        }
        var names = new ArrayList<String>();
        if (handle instanceof Result result) {
            var parts = result.description().parts();
            if (parts.containsKey(name)) {
                var path = new ArrayList<>(result.edge().parts());
                path.add(name);
                return new Result(
                        result.task(),
                        new Edge(result.edge().task(), result.edge().port(), path),
                        parts.get(name));
            }
            var ports = result.task().ports();
            if (result.edge().parts().isEmpty() && ports.byName().containsKey(name)) {
                return new Result(
                        result.task(),
                        new Edge(result.edge().task(), name, List.of()),
                        ports.byName().get(name));
            }
            var facts = result.description().facts();
            if (facts.containsKey(name)) {
                return facts.get(name);
            }
            names.addAll(parts.keySet());
            names.addAll(facts.keySet());
            if (result.edge().parts().isEmpty()) {
                names.addAll(ports.byName().keySet());
            }
        }
        names.sort(null);
        use(handle);
        refuse(Problem.of(Code.UNKNOWN_PART, place, handle.type() + " has no part '" + name + "'")
                .instead(name, names));
        return new Poison();
    }

    /** @param arguments one artifact with scores, or several whose scores stand in one row */
    public Handle row(Map<String, Object> labels, List<Object> arguments, Site site) {
        if (arguments.isEmpty()) {
            refuse(Problem.of(Code.WRONG_ROW, site.whole(), "a row takes at least one artifact with scores")
                    .todo("write row(label: value, evaluate(...)), with as many labels as you like"));
            return new Poison();
        }
        var scored = new ArrayList<Result>();
        var right = true;
        for (var i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Result result
                    && Scored.class.isAssignableFrom(result.description().type())) {
                scored.add(result);
            } else {
                right = false;
                if (!(arguments.get(i) instanceof Poison)) {
                    refuse(Complaints.unscored(site.argument(i), Complaints.typeOf(arguments.get(i))));
                }
            }
        }
        if (!right) {
            scored.forEach(this::use);
            return new Poison();
        }
        return new Row(plain(labels), scored);
    }

    /** The plan; only of use if there are no {@link #problems()}. */
    public Plan build(List<Source> sources) {
        var values = new LinkedHashMap<String, Object>();
        parameters.declared().forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return new Plan(
                context.workflow(), context.question(), sources, context.seed(), values, tasks.all(), exhibits.build());
    }

    private Handle recording(Call call, InstalledStage installed, Arguments arguments) {
        var network = arguments.result("network");
        var images = arguments.result("images");
        var description =
                installed.call(stage -> describe((ActivationRecorder<?>) stage, arguments.settings(), network, images));
        unused.record(call);
        use(network);
        use(images);
        return new Activations(call, arguments.settings(), network, images, description);
    }

    private static <S extends Record> RecordingDescription describe(
            ActivationRecorder<S> recorder, Record settings, Result network, Result images) {
        return recorder.describe(
                recorder.settings().cast(settings),
                (Description.OfNetwork) network.description(),
                (Description.OfExamples) images.description());
    }

    /** What is compared asks for evidence of its recordings, and that is a task or two of their own. */
    private Handle comparison(Call call, InstalledStage installed, Arguments arguments) {
        var x = arguments.activations("x");
        var y = arguments.activations("y");
        use(x);
        use(y);
        var complaint = Comparability.complaint(x, y, call.site().argument(2));
        if (complaint.isPresent()) {
            refuse(complaint.get());
            return wrong(call);
        }
        var evidence =
                new EvidenceChoice(registry).of(installed, arguments.settings(), x.description(), y.description());
        var inputs =
                new ArrayList<>(new EvidenceTasks(registry, tasks, call.site().whole()).of(evidence, x, y));
        inputs.addAll(arguments.inputs());
        return result(task(call, installed, arguments.settings(), inputs, arguments.replica()));
    }

    private Task task(
            Call call, InstalledStage installed, Record settings, List<Task.Input> inputs, Optional<Integer> replica) {
        var described = new Inputs<>(inputs.stream()
                .map(input -> new Inputs.Input<>(input.slot(), input.labels(), tasks.description(input.edge())))
                .toList());
        var seeds = replica.<Seeds>map(number -> new SeedTree(context.seed(), number))
                .orElse(NO_SEEDS);
        var ports = installed.call(stage -> describe(stage, settings, described, seeds));
        return tasks.add(
                installed.role().verb(),
                title(call, installed),
                call.site().whole(),
                installed,
                Optional.empty(),
                List.of(settings),
                inputs,
                replica,
                ports);
    }

    private static <S extends Record> Ports<Description> describe(
            Stage<S> stage, Record settings, Inputs<Description> inputs, Seeds seeds) {
        return stage.describe(stage.settings().cast(settings), inputs, seeds);
    }

    private static Result result(Task task) {
        var port = task.ports().first();
        return new Result(
                task,
                new Edge(task.number(), port, List.of()),
                task.ports().byName().get(port));
    }

    private static String title(Call call, InstalledStage installed) {
        var title = new StringBuilder(installed.title());
        call.named().forEach((name, value) -> {
            if (value instanceof Handle.Layers block) {
                title.append(", ")
                        .append(name)
                        .append(": ")
                        .append(block.blueprint().name());
            } else if (!(value instanceof Handle)) {
                title.append(", ").append(name).append(": ").append(value);
            }
        });
        return title.toString();
    }

    static Map<String, Object> plain(Map<String, Object> labels) {
        var plain = new LinkedHashMap<String, Object>();
        labels.forEach((name, value) -> plain.put(
                name,
                value instanceof Integer || value instanceof Long || value instanceof Boolean
                        ? value
                        : value instanceof Number number ? (Object) number.doubleValue() : String.valueOf(value)));
        return plain;
    }
}

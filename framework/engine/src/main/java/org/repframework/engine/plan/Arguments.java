package org.repframework.engine.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.plan.Handle.Layers;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.engine.plan.Handle.Row;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.NearFiles;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.Recording;
import org.repframework.spi.Refusal;
import org.repframework.spi.Role.Slot;

/** The arguments of one call, sorted into inputs, settings and replica, and checked; says all that is wrong. */
final class Arguments {

    private static final String REPLICA = "replica";

    private final InstalledStage installed;
    private final Call call;
    private final PlanBuilder builder;
    private final Map<String, Handle> bySlot = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private Record settings;
    private Optional<Integer> replica = Optional.empty();
    private boolean right = true;

    Arguments(InstalledStage installed, Call call, PlanBuilder builder, PlanContext context) {
        this.installed = installed;
        this.call = call;
        this.builder = builder;
        var named = new LinkedHashMap<>(call.named());
        takePositional();
        takeNamed(named);
        takeReplica(named);
        bindSettings(named, context);
    }

    /** Whether the call can become a task: nothing is wrong with it, nor with what it is given. */
    boolean areRight() {
        return right;
    }

    Record settings() {
        return settings;
    }

    Optional<Integer> replica() {
        return replica;
    }

    Result result(String slot) {
        return (Result) bySlot.get(slot);
    }

    Activations activations(String slot) {
        return (Activations) bySlot.get(slot);
    }

    List<Task.Input> inputs() {
        var inputs = new ArrayList<Task.Input>();
        bySlot.forEach((slot, handle) -> {
            if (handle instanceof Result result) { // a recording becomes an input through its evidence
                inputs.add(new Task.Input(slot, Map.of(), result.edge()));
            }
        });
        for (var number = 1; number <= rows.size(); number++) {
            for (var scored : rows.get(number - 1).scored()) {
                inputs.add(new Task.Input("rows " + number, rows.get(number - 1).labels(), scored.edge()));
            }
        }
        return inputs;
    }

    /** A stage's refusal as a problem of the script, at the argument it is about. */
    Problem problem(Refusal refusal) {
        var subject = refusal.subject();
        var setting = subject.replaceFirst("\\..*", "");
        var place = places.getOrDefault(
                subject,
                call.site().value(setting, refusal.value(), call.named().get(setting)));
        var problem = Problem.of(code(refusal), place, refusal.getMessage());
        return refusal.value() == null
                ? problem
                : problem.instead(refusal.value().toString(), refusal.possible());
    }

    private Code code(Refusal refusal) {
        if (refusal.value() != null) {
            return switch (refusal.subject()) {
                case "layer" -> Code.UNKNOWN_LAYER;
                case "network" -> Code.UNKNOWN_NETWORK;
                default -> Code.UNKNOWN_NAME;
            };
        }
        var aboutFile = installed.settings().stream()
                .anyMatch(spec -> spec.kind() == SettingKind.PATH && spec.name().equals(refusal.subject()));
        if (places.containsKey(refusal.subject()) && refusal.subject().contains(".")) {
            return Code.LAYER_REFUSED;
        }
        return aboutFile ? Code.UNREADABLE_FILE : Code.REFUSED;
    }

    private void takePositional() {
        var slots = installed.slots().stream()
                .filter(slot -> slot.given() != Slot.Given.NAME)
                .toList();
        var position = 0;
        for (var slot : slots) {
            if (slot.given() == Slot.Given.REPEATED) {
                takeRows(call.arguments()
                        .subList(
                                Math.min(position, call.arguments().size()),
                                call.arguments().size()));
                return;
            }
            if (position < call.arguments().size()) {
                put(
                        slot,
                        call.arguments().get(position),
                        "input " + (position + 1),
                        call.site().argument(position + 1));
            } else {
                wrong(Complaints.missingInput(
                        installed, position + 1, slot, call.site().whole()));
            }
            position++;
        }
        if (call.arguments().size() > slots.size()) {
            wrong(Complaints.surplusInput(installed, slots.size(), call.site().argument(slots.size() + 1)));
        }
    }

    private void takeRows(List<Object> given) {
        var flat = new ArrayList<Object>();
        var at = new ArrayList<Place>();
        for (var i = 0; i < given.size(); i++) {
            for (var one :
                    given.get(i) instanceof Iterable<?> several ? several : Collections.singletonList(given.get(i))) {
                flat.add(one);
                at.add(call.site().argument(i + 1, one, given.get(i)));
            }
        }
        if (flat.isEmpty()) {
            wrong(Problem.of(Code.NO_ROWS, call.site().whole(), "'" + name() + "' has no rows to summarise")
                    .todo("give it row(label: value, scored), or a list of rows"));
        }
        for (var i = 0; i < flat.size(); i++) {
            var one = flat.get(i);
            if (one instanceof Row row) {
                rows.add(row);
            } else if (one instanceof Poison) {
                right = false;
            } else {
                wrong(Problem.of(
                                Code.WRONG_ROW,
                                at.get(i),
                                "'" + name() + "' summarises rows, this is " + Complaints.typeOf(one))
                        .todo("wrap it: row(label: value, scored)"));
            }
        }
    }

    private void takeNamed(Map<String, Object> named) {
        for (var slot : installed.slots()) {
            if (slot.given() == Slot.Given.NAME && named.containsKey(slot.name())) {
                put(slot, named.remove(slot.name()), slot.name(), call.site().value(slot.name()));
            }
        }
    }

    private void put(Slot slot, Object value, String title, Place place) {
        places.put(slot.name(), place);
        if (value instanceof Poison) {
            right = false;
        } else if (slot.type() == Recording.class
                ? value instanceof Activations
                : value instanceof Result result
                        && slot.type().isAssignableFrom(result.description().type())) {
            bySlot.put(slot.name(), (Handle) value);
        } else {
            wrong(Complaints.wrongInput(installed, slot, title, Complaints.typeOf(value), place));
        }
    }

    private void takeReplica(Map<String, Object> named) {
        if (!installed.draws()) {
            return;
        }
        var value = named.containsKey(REPLICA) ? named.remove(REPLICA) : (Object) 1;
        if (value instanceof Integer number && number >= 1) {
            replica = Optional.of(number);
        } else {
            wrong(Complaints.wrongReplica(value, call.site().value(REPLICA)));
        }
    }

    private void bindSettings(Map<String, Object> named, PlanContext context) {
        var accepted = Complaints.accepted(installed);
        named.keySet().removeIf(name -> {
            var known = accepted.contains(name);
            if (!known) {
                wrong(SettingsType.unknown(name(), name, accepted)
                        .problem()
                        .at(call.site().name(name)));
            }
            return !known;
        });
        for (var spec : installed.settings()) {
            if (spec.kind() == SettingKind.BLUEPRINT && named.get(spec.name()) instanceof Layers block) {
                named.put(spec.name(), block.blueprint());
                block.places().forEach((layer, place) -> places.put(spec.name() + "." + layer, place));
            }
            if (spec.kind() == SettingKind.PATH && named.get(spec.name()) instanceof CharSequence written) {
                var path = context.folder().resolve(written.toString()).normalize();
                named.put(spec.name(), path);
                if (!Files.exists(path)) {
                    wrong(missing(path, call.site().value(spec.name())));
                }
            }
        }
        if (named.values().stream().anyMatch(Handle.class::isInstance)) {
            refuseHandles(named);
            return;
        }
        var bound = installed.bind(named);
        settings = bound.settings();
        for (var one : bound.wrong()) {
            wrong(one.problem().at(call.site().value(one.setting())));
        }
    }

    /** A result is no value of a setting; with a poison among them, nothing can be said of the settings as a whole. */
    private void refuseHandles(Map<String, Object> named) {
        right = false;
        for (var spec : installed.settings()) {
            if (named.get(spec.name()) instanceof Handle handle && !(handle instanceof Poison)) {
                wrong(Problem.of(
                        Code.WRONG_SETTING_TYPE,
                        call.site().value(spec.name()),
                        spec.name() + " is a " + handle.type() + "; it must be a " + spec.typeTitle()));
            }
        }
    }

    private static Problem missing(Path path, Place place) {
        return Problem.of(Code.MISSING_FILE, place, "there is no file or folder " + path)
                .instead(path.getFileName().toString(), NearFiles.beside(path))
                .todo(
                        "a relative path counts from the script's folder, or from the current directory if it is given by -P to a"
                                + " parameter with path: true");
    }

    private void wrong(Problem problem) {
        right = false;
        builder.refuse(problem);
    }

    private String name() {
        return call.stage();
    }
}

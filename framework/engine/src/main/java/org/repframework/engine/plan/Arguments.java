package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.engine.plan.Handle.Row;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
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

    Arguments(InstalledStage installed, Call call, PlanBuilder builder, PlanContext context, Parameters parameters) {
        this.installed = installed;
        this.call = call;
        this.builder = builder;
        var named = new LinkedHashMap<>(call.named());
        takePositional();
        takeNamed(named);
        takeReplica(named);
        bindSettings(named, context, parameters);
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
        bySlot.forEach((slot, handle) -> inputs.add(new Task.Input(slot, Map.of(), ((Result) handle).edge())));
        for (var number = 1; number <= rows.size(); number++) {
            for (var scored : rows.get(number - 1).scored()) {
                inputs.add(new Task.Input("rows " + number, rows.get(number - 1).labels(), scored.edge()));
            }
        }
        return inputs;
    }

    /** The argument a stage's refusal is about. */
    Place placeOf(Refusal refusal) {
        var subject = refusal.subject();
        return places.getOrDefault(subject, call.site().value(subject));
    }

    private void takePositional() {
        var slots = installed.role().slots().stream()
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
                wrong(
                        call.site().whole(),
                        "'" + name() + "' needs its input " + (position + 1) + ", the " + slot.name() + " ("
                                + slot.type().getSimpleName() + ")");
            }
            position++;
        }
        if (call.arguments().size() > slots.size()) {
            wrong(
                    call.site().argument(slots.size() + 1),
                    "'" + name() + "' takes " + slots.size()
                            + " inputs, this is one more; settings are named: epochs: 10");
        }
    }

    private void takeRows(List<Object> given) {
        var flat = new ArrayList<Object>();
        given.forEach(one -> {
            if (one instanceof Iterable<?> several) {
                several.forEach(flat::add);
            } else {
                flat.add(one);
            }
        });
        if (flat.isEmpty()) {
            wrong(
                    call.site().whole(),
                    "'" + name() + "' has no rows; give it row(label: value, scored) or a list of them");
        }
        for (var one : flat) {
            if (one instanceof Row row) {
                rows.add(row);
            } else if (one instanceof Poison) {
                right = false;
            } else {
                wrong(call.site().argument(1), "'" + name() + "' takes rows, this is " + typeOf(one));
            }
        }
    }

    private void takeNamed(Map<String, Object> named) {
        for (var slot : installed.role().slots()) {
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
            var hint = slot.type() == Examples.class
                            && value instanceof Result result
                            && result.description().type() == Dataset.class
                    ? "; take its part .train or .test"
                    : "";
            wrong(
                    place,
                    title + " of '" + name() + "' must be " + slot.type().getSimpleName() + ", this is " + typeOf(value)
                            + hint);
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
            wrong(call.site().value(REPLICA), "replica is " + value + "; it must be a whole number, at least 1");
        }
    }

    private void bindSettings(Map<String, Object> named, PlanContext context, Parameters parameters) {
        if (named.values().removeIf(Poison.class::isInstance)) {
            right = false;
        }
        for (var spec : installed.settings()) {
            if (spec.kind() == SettingKind.PATH && named.get(spec.name()) instanceof CharSequence written) {
                named.put(spec.name(), resolve(Path.of(written.toString()), written.toString(), context, parameters));
            }
        }
        var bound = installed.bind(named);
        settings = bound.settings();
        for (var refusal : bound.refusals()) {
            var unknown = installed.settings().stream().map(SettingSpec::name).noneMatch(refusal.subject()::equals);
            var place =
                    unknown ? call.site().name(refusal.subject()) : call.site().value(refusal.subject());
            wrong(place, "'" + name() + "': " + PlanBuilder.text(refusal));
        }
    }

    /** A path from the script counts from the script's folder, one from the command line from the current directory. */
    private static Path resolve(Path path, String written, PlanContext context, Parameters parameters) {
        var base = parameters.isGiven(written)
                ? context.current()
                : context.script().toAbsolutePath().getParent();
        return base.resolve(path).normalize();
    }

    private void wrong(Place place, String message) {
        right = false;
        builder.refuse(place, message);
    }

    private String name() {
        return call.stage();
    }

    static String typeOf(Object value) {
        if (value instanceof Handle handle) {
            return handle.type();
        }
        return value == null ? "null" : value instanceof CharSequence ? "the text '" + value + "'" : value.toString();
    }
}

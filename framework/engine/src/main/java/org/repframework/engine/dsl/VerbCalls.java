package org.repframework.engine.dsl;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.repframework.engine.plan.Complaints;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.settings.WrongSetting;
import org.repframework.spi.Recording;
import org.repframework.spi.Role;
import org.repframework.spi.Role.Slot;
import org.repframework.spi.Scored;
import org.repframework.spi.Table;

/** Checks a call of a verb by its syntax and the types of its arguments, and says what type it returns. */
final class VerbCalls {

    private final Registry registry;
    private final ScriptSources sources;
    private final HandleTypes types = new HandleTypes();

    VerbCalls(Registry registry, ScriptSources sources) {
        this.registry = registry;
        this.sources = sources;
    }

    HandleTypes types() {
        return types;
    }

    Optional<ClassNode> check(
            MethodCallExpression call, Function<ASTNode, ClassNode> typeOf, Consumer<Problem> problems) {
        var arguments = new WrittenArguments(call, typeOf, types);
        var verb = call.getMethodAsString();
        var role = Arrays.stream(Role.values())
                .filter(one -> one.verb().equals(verb))
                .findFirst();
        if (role.isPresent()) {
            return checkRole(role.get(), call, arguments, problems);
        }
        return switch (verb) {
            case "row" -> {
                arguments.results().forEach((argument, type) -> {
                    if (!Scored.class.isAssignableFrom(type)) {
                        problems.accept(Complaints.unscored(place(argument), title(type)));
                    }
                });
                yield Optional.of(types.row());
            }
            case "param" ->
                Optional.ofNullable(
                        arguments.positional().size() > 1
                                ? typeOf.apply(arguments.positional().get(1))
                                : null);
            case "show", "plot" -> {
                checkExhibit(verb, arguments, problems);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private void checkExhibit(String verb, WrittenArguments arguments, Consumer<Problem> problems) {
        var given = arguments.positional();
        if (!given.isEmpty() && arguments.artifact(given.get(0)).isPresent()) {
            problems.accept(Complaints.noTitle(verb, place(given.get(0))));
        } else if (verb.equals("plot") && given.size() > 1) {
            arguments
                    .artifact(given.get(1))
                    .filter(type -> type != Table.class)
                    .ifPresent(type -> problems.accept(Complaints.noTable(title(type), place(given.get(1)))));
        }
    }

    private Optional<ClassNode> checkRole(
            Role role, MethodCallExpression call, WrittenArguments arguments, Consumer<Problem> problems) {
        var result = types.of(role);
        if (arguments.positional().isEmpty()
                || arguments.isMap(arguments.positional().get(0))) {
            return result;
        }
        var first = arguments.positional().get(0);
        var name = WrittenArguments.constant(first).filter(String.class::isInstance);
        if (name.isEmpty()) {
            arguments.artifact(first).ifPresent(type -> problems.accept(Complaints.noStageName(role, place(first))));
            return result;
        }
        var installed = registry.find(role, name.get().toString());
        if (installed.isEmpty()) {
            problems.accept(Complaints.unknownStage(registry, role, name.get().toString(), place(first)));
            return result;
        }
        checkInputs(installed.get(), call, arguments, problems);
        checkSettings(installed.get(), call, arguments, problems);
        return types.of(installed.get());
    }

    private void checkInputs(
            InstalledStage stage, MethodCallExpression call, WrittenArguments arguments, Consumer<Problem> problems) {
        var slots = stage.slots().stream()
                .filter(slot -> slot.given() != Slot.Given.NAME)
                .toList();
        var given = arguments.positional();
        for (var i = 0; i < slots.size(); i++) {
            if (slots.get(i).given() == Slot.Given.REPEATED) {
                return;
            }
            if (i + 1 < given.size()) {
                if (WrittenArguments.isSpread(given.get(i + 1))) {
                    return;
                }
                checkInput(stage, slots.get(i), given.get(i + 1), "input " + (i + 1), arguments, problems);
            } else {
                problems.accept(Complaints.missingInput(stage, i + 1, slots.get(i), place(call.getMethod())));
            }
        }
        if (given.size() > slots.size() + 1) {
            var surplus = given.get(slots.size() + 1);
            if (WrittenArguments.constant(surplus).isPresent()
                    || arguments.artifact(surplus).isPresent()) {
                problems.accept(Complaints.surplusInput(stage, slots.size(), place(surplus)));
            }
        }
    }

    private void checkInput(
            InstalledStage stage,
            Slot slot,
            Expression argument,
            String title,
            WrittenArguments arguments,
            Consumer<Problem> problems) {
        var constant = WrittenArguments.constant(argument);
        var artifact = arguments.artifact(argument);
        if (constant.isPresent()) {
            problems.accept(
                    Complaints.wrongInput(stage, slot, title, Complaints.typeOf(constant.get()), place(argument)));
        } else if (artifact.isPresent() && !slot.type().isAssignableFrom(artifact.get())) {
            problems.accept(Complaints.wrongInput(stage, slot, title, title(artifact.get()), place(argument)));
        }
    }

    private void checkSettings(
            InstalledStage stage, MethodCallExpression call, WrittenArguments arguments, Consumer<Problem> problems) {
        var accepted = Complaints.accepted(stage);
        arguments.named().forEach((key, value) -> {
            var name = key.getText();
            var slot = stage.slots().stream()
                    .filter(one -> one.given() == Slot.Given.NAME && one.name().equals(name))
                    .findFirst();
            if (!accepted.contains(name)) {
                problems.accept(SettingsType.unknown(stage.name(), name, accepted)
                        .problem()
                        .at(place(key)));
            } else if (slot.isPresent()) {
                checkInput(stage, slot.get(), value, name, arguments, problems);
            } else if (name.equals("replica") && stage.draws()) {
                WrittenArguments.constant(value)
                        .filter(one -> !(one instanceof Integer number && number >= 1))
                        .ifPresent(one -> problems.accept(Complaints.wrongReplica(one, place(value))));
            } else {
                stage.settings().stream()
                        .filter(spec -> spec.name().equals(name))
                        .findFirst()
                        .ifPresent(spec -> checkValue(spec, value, problems));
            }
        });
        if (arguments.areAllNamesKnown()) {
            var given =
                    arguments.named().keySet().stream().map(Expression::getText).toList();
            stage.settings().stream()
                    .filter(spec -> spec.isRequired() && !given.contains(spec.name()))
                    .forEach(spec -> problems.accept(
                            SettingsType.missing(stage.name(), spec).problem().at(place(call.getMethod()))));
        }
    }

    private void checkValue(SettingSpec spec, Expression value, Consumer<Problem> problems) {
        WrittenArguments.literal(value).ifPresent(literal -> {
            try {
                spec.bind(literal);
            } catch (WrongSetting wrong) {
                problems.accept(wrong.problem().at(place(value)));
            }
        });
    }

    private Place place(ASTNode node) {
        return sources.place(node);
    }

    private static String title(Class<?> artifact) {
        return artifact == Recording.class ? "Recording" : artifact.getSimpleName();
    }
}

package org.repframework.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.LayerKind;
import org.repframework.engine.settings.SettingSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stages",
        mixinStandardHelpOptions = true,
        description = "Lists the installed stages with their settings.")
public final class StagesCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this stage.")
    private String name;

    @Override
    public Integer call() throws Exception {
        var registry = Wiring.connect(Path.of(".rep")).getInstance(Registry.class);
        Wiring.warnOfBroken(registry);
        var wanted = registry.stages().stream()
                .filter(installed -> name == null || installed.name().equals(name))
                .toList();
        var layers = Arrays.stream(LayerKind.values())
                .filter(kind ->
                        name == null || name.equals("network") || kind.verb().equals(name))
                .toList();
        if (wanted.isEmpty() && layers.isEmpty()) {
            var names = registry.stages().stream()
                    .map(installed -> installed.name())
                    .distinct()
                    .toList();
            var cause = names.isEmpty() ? "no stage is installed" : "there is no stage '" + name + "'";
            var layerNames = Arrays.stream(LayerKind.values()).map(LayerKind::verb);
            var all = names.isEmpty()
                    ? names
                    : Stream.concat(names.stream(), layerNames).toList();
            throw new UserError(Problem.outside(Code.NO_STAGE, cause).instead(String.valueOf(name), all));
        }
        wanted.forEach(StagesCommand::print);
        layers.forEach(StagesCommand::print);
        if (layers.size() > 1) {
            System.out.println("output 'name'   the last layer of a network block: dense, a unit for each class");
        }
        return 0;
    }

    private static void print(InstalledStage installed) {
        System.out.println(installed.role().verb() + "('" + installed.name() + "'" + inputs(installed) + ")   "
                + installed.summary() + "  [plugin " + installed.plugin().name() + " "
                + installed.plugin().version() + "]");
        installed.settings().forEach(StagesCommand::print);
        if (installed.draws()) {
            System.out.println("    replica: whole number, at least 1; default 1");
            System.out.println("        another replica draws other random numbers");
        }
        installed.traits().forEach(trait -> System.out.println("    " + trait));
        System.out.println();
    }

    private static void print(LayerKind kind) {
        System.out.println(kind.verb() + " 'name'   a layer of a network block: " + kind.summary());
        kind.settings().forEach(StagesCommand::print);
        System.out.println();
    }

    private static void print(SettingSpec spec) {
        var fallback = spec.defaultText().map(text -> "default " + quoted(text)).orElse("required");
        System.out.println("    " + spec.name() + ": " + spec.typeTitle() + "; " + fallback);
        System.out.println("        " + spec.summary());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "empty" : text;
    }

    private static String inputs(InstalledStage stage) {
        var texts = new ArrayList<String>();
        for (var slot : stage.slots()) {
            var type = slot.type().getSimpleName();
            texts.add(
                    switch (slot.given()) {
                        case POSITION -> type + " " + slot.name();
                        case NAME -> "[" + slot.name() + ": " + type + "]";
                        case REPEATED -> slot.name() + "...";
                    });
        }
        return texts.isEmpty() ? "" : ", " + String.join(", ", texts);
    }
}

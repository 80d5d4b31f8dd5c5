package org.repframework.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Recording;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Role;
import org.repframework.spi.Role.Slot.Given;
import org.repframework.spi.Stage;

/** Measures as they are written on the command line: {@code cka,svcca:variance=0.95,bipartite:on=spearman}. */
final class MeasureSyntax {

    /** Which correlation a matcher works on. */
    static final String ON = "on";

    private static final String DEFAULT_ON = "pearson";
    private static final RecordingDescription ANY = new RecordingDescription("any", "given", 4, 1000);

    private final Registry registry;

    MeasureSyntax(Registry registry) {
        this.registry = registry;
    }

    /** The stages that can be asked for, metrics first, each by name. */
    List<InstalledStage> offered() {
        return Stream.of(Role.CORRELATION_METRIC, Role.MATCHER)
                .flatMap(role -> registry.names(role).stream()
                        .map(name -> registry.find(role, name).orElseThrow()))
                .filter(stage -> takesRecordings(stage) || takesCorrelation(stage))
                .filter(stage -> stage.slots().stream().allMatch(slot -> slot.given() == Given.POSITION))
                .toList();
    }

    private static boolean takesRecordings(InstalledStage stage) {
        return types(stage).equals(List.of(Recording.class, Recording.class));
    }

    private static boolean takesCorrelation(InstalledStage stage) {
        return types(stage).equals(List.of(CorrelationMatrix.class));
    }

    private static List<Class<?>> types(InstalledStage stage) {
        return stage.slots().stream().<Class<?>>map(Role.Slot::type).toList();
    }

    /** @throws UnusableInput with all that is wrong */
    List<Measure> parse(String text) throws UnusableInput {
        var problems = new ArrayList<Problem>();
        var measures = new ArrayList<Measure>();
        for (var written : text.split(",", -1)) {
            measure(written.strip(), problems).ifPresent(measures::add);
        }
        if (!problems.isEmpty()) {
            throw new UnusableInput(problems);
        }
        return measures;
    }

    /** A measure with some of its settings, the rest by default; empty if no plugin offers it. */
    Optional<Measure> find(String id, Map<String, Object> settings) {
        return offered().stream()
                .filter(stage -> stage.name().equals(id))
                .findFirst()
                .flatMap(stage -> {
                    var given = new LinkedHashMap<>(settings);
                    var bound = stage.bind(given);
                    return bound.wrong().isEmpty()
                            ? Optional.of(new Measure(stage, bound.settings(), Optional.empty()))
                            : Optional.empty();
                });
    }

    private Optional<Measure> measure(String written, List<Problem> problems) {
        var parts = written.split(":", -1);
        var offered = offered();
        var names = offered.stream().map(InstalledStage::name).toList();
        var stage = offered.stream().filter(one -> one.name().equals(parts[0])).findFirst();
        if (stage.isEmpty()) {
            problems.add(Problem.outside(Code.UNKNOWN_STAGE, "there is no measure '" + parts[0] + "'")
                    .instead(parts[0], names)
                    .todo("rep-framework compare --list explains each"));
            return Optional.empty();
        }
        var before = problems.size();
        var given = settings(written, Arrays.asList(parts).subList(1, parts.length), stage.get(), problems);
        var on =
                takesCorrelation(stage.get()) ? on(stage.get(), given.remove(ON), problems) : Optional.<Measure>empty();
        var bound = stage.get().bind(given);
        bound.wrong().forEach(wrong -> problems.add(described(wrong.problem(), stage.get(), on.isPresent())));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Measure(stage.get(), bound.settings(), on));
    }

    private static Problem described(Problem problem, InstalledStage stage, boolean withOn) {
        if (problem.code() == Code.MISSING_SETTING) {
            return problem.todo("write it behind a colon, for example " + stage.name()
                    + stage.settings().stream()
                            .filter(SettingSpec::isRequired)
                            .map(setting -> ":" + setting.name() + "=0.3")
                            .reduce("", String::concat));
        }
        if (problem.code() == Code.UNKNOWN_SETTING) {
            var names = stage.settings().stream().map(SettingSpec::name).toList();
            return problem.todo("its settings: " + (names.isEmpty() ? "none" : String.join(", ", names))
                    + (withOn ? ", and the correlation it works on, " + ON : ""));
        }
        return problem;
    }

    private static Map<String, Object> settings(
            String written, List<String> parts, InstalledStage stage, List<Problem> problems) {
        var given = new LinkedHashMap<String, Object>();
        for (var part : parts) {
            var equals = part.indexOf('=');
            if (equals < 1) {
                problems.add(Problem.outside(
                                Code.WRONG_MEASURE,
                                "'" + part + "' in the measure '" + written + "' is not setting=value")
                        .todo("a measure is written id:setting=value:setting=value, several are separated by commas"));
                continue;
            }
            var name = part.substring(0, equals);
            var value = part.substring(equals + 1);
            var isList =
                    stage.settings().stream().anyMatch(setting -> setting.name().equals(name) && setting.isList());
            given.put(name, isList ? List.of(value.split(";")) : value);
        }
        return given;
    }

    private Optional<Measure> on(InstalledStage matcher, Object written, List<Problem> problems) {
        var name = written == null ? DEFAULT_ON : written.toString();
        var matrices = offered().stream().filter(MeasureSyntax::givesMatrix).toList();
        var found = matrices.stream().filter(stage -> stage.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            problems.add(Problem.outside(Code.NOT_A_CHOICE, "'" + matcher.name() + "' cannot work on '" + name + "'")
                    .instead(name, matrices.stream().map(InstalledStage::name).toList()));
            return Optional.empty();
        }
        return find(name, Map.of());
    }

    /** Whether a metric gives a matrix of units, with its default settings. */
    static boolean givesMatrix(InstalledStage stage) {
        var bound = stage.bind(Map.of());
        return stage.role() == Role.CORRELATION_METRIC
                && bound.wrong().isEmpty()
                && stage.call(one -> givesMatrix(one, bound.settings()));
    }

    private static <S extends Record> boolean givesMatrix(Stage<S> stage, Record settings) {
        try {
            return stage instanceof CorrelationMetric<S> metric
                    && metric.describe(stage.settings().cast(settings), ANY, ANY)
                                    .type()
                            == CorrelationMatrix.class;
        } catch (Refusal tooSmall) {
            return false;
        }
    }
}

package org.repframework.engine.dsl;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.spi.Curve;
import org.repframework.spi.Dataset;
import org.repframework.spi.Examples;
import org.repframework.spi.Matching;
import org.repframework.spi.Network;
import org.repframework.spi.Recording;
import org.repframework.spi.Role;
import org.repframework.spi.Scores;
import org.repframework.spi.Table;

/** What verbs return, as types for the checker: one class a kind of result, with its parts as properties. */
final class HandleTypes {

    private static final ClassNode HANDLE = ClassHelper.make(ScriptHandle.class);

    private final Map<ClassNode, Class<?>> artifacts = new HashMap<>();
    private final ClassNode row = type("Row", Row.class);
    private final ClassNode examples = type("Examples", Examples.class);
    private final ClassNode dataset = type("Dataset", Dataset.class);
    private final ClassNode halves = type("Halves", Dataset.class);
    private final ClassNode network = type("Network", Network.class);
    private final ClassNode recording = type("Recording", Recording.class);
    private final ClassNode matching = type("Matching", Matching.class);
    private final ClassNode scores = type("Scores", Scores.class);
    private final ClassNode table = type("Table", Table.class);

    /** Stands for a row of a summary, which is no artifact. */
    private interface Row {}

    HandleTypes() {
        for (var whole : List.of(dataset, halves)) {
            part(whole, "train", examples);
            part(whole, "test", examples);
            part(whole, "classNames", ClassHelper.LIST_TYPE);
        }
        part(dataset, "dataset", dataset);
        part(halves, "A", dataset);
        part(halves, "B", dataset);
        part(examples, "classNames", ClassHelper.LIST_TYPE);
        part(examples, "count", ClassHelper.Integer_TYPE);
        part(network, "layers", ClassHelper.LIST_TYPE);
        part(network, "classNames", ClassHelper.LIST_TYPE);
        part(network, "curve", type("Curve", Curve.class));
    }

    ClassNode row() {
        return row;
    }

    /** What a stage returns; empty where that is not known before it is asked. */
    Optional<ClassNode> of(InstalledStage stage) {
        return switch (stage.role()) {
            case ACTIVATION_RECORDER -> stage.delivers() ? of(stage.role()) : Optional.empty();
            case MATCHER -> stage.compares() ? Optional.empty() : of(stage.role());
            default -> of(stage.role());
        };
    }

    /** What a verb usually returns; empty where that depends on the stage. */
    Optional<ClassNode> of(Role role) {
        return Optional.ofNullable(
                switch (role) {
                    case DATASET_SOURCE -> dataset;
                    case DATASET_SPLITTER -> halves;
                    case NETWORK_SOURCE, TRAINER, TRANSFER_BUILDER -> network;
                    case ACTIVATION_RECORDER -> recording;
                    case CORRELATION_METRIC -> null;
                    case MATCHER -> matching;
                    case EVALUATOR -> scores;
                    case SUMMARY -> table;
                });
    }

    /** The type of artifact that a value stands for; empty if that is not known, or it is no result. */
    Optional<Class<?>> artifact(ClassNode type) {
        return type == null ? Optional.empty() : Optional.ofNullable(artifacts.get(type.redirect()));
    }

    /** Whether all parts are known beforehand: a stage may give its other results more. */
    boolean isClosed(ClassNode type) {
        return List.of(examples, dataset, halves).contains(type.redirect());
    }

    List<String> parts(ClassNode type) {
        return type.redirect().getProperties().stream()
                .map(PropertyNode::getName)
                .sorted()
                .toList();
    }

    private ClassNode type(String name, Class<?> artifact) {
        var node = new ClassNode(HandleTypes.class.getPackageName() + "." + name, Modifier.PUBLIC, HANDLE);
        artifacts.put(node, artifact);
        return node;
    }

    private static void part(ClassNode owner, String name, ClassNode type) {
        owner.addProperty(name, Modifier.PUBLIC, type, null, null, null);
    }
}

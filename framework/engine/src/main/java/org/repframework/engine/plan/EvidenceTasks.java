package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.problem.Place;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.Registry;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Evidence;
import org.repframework.spi.Gram;
import org.repframework.spi.Ports;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Role;
import org.repframework.spi.Samples;

/** The tasks by which two recordings give a comparison what it needs of them. */
final class EvidenceTasks {

    private final Registry registry;
    private final TaskList tasks;
    private final Place place;

    /** @param place of the comparison, the first that asks for them */
    EvidenceTasks(Registry registry, TaskList tasks, Place place) {
        this.registry = registry;
        this.tasks = tasks;
        this.place = place;
    }

    /** The inputs of the comparison: one for joint moments, else one of each recording. */
    List<Task.Input> of(Evidence evidence, Activations x, Activations y) {
        return switch (evidence) {
            case MOMENTS, FREQUENCIES -> List.of(input("moments", moments(evidence, x, y)));
            case GRAM ->
                List.of(
                        input("x", one("gram", Gram.class, evidence, x)),
                        input("y", one("gram", Gram.class, evidence, y)));
            case SAMPLES -> List.of(input("x", samples(x)), input("y", samples(y)));
        };
    }

    Task samples(Activations recording) {
        return one("samples", Samples.class, Evidence.SAMPLES, recording);
    }

    private static Task.Input input(String slot, Task task) {
        return new Task.Input(
                slot, Map.of(), new Edge(task.number(), task.ports().first(), List.of()));
    }

    private Task moments(Evidence evidence, Activations x, Activations y) {
        var title = "moments " + x.description().layer() + " x "
                + y.description().layer() + ", reading: " + x.description().reading();
        return tasks.add(
                "moments",
                title,
                place,
                recorder(x),
                Optional.of(evidence),
                List.of(x.settings(), y.settings()),
                List.of(network("x", x), network("y", y), images(x)),
                Optional.empty(),
                Ports.of("moments", new Description.OfMoments(x.description(), y.description())));
    }

    private Task one(String port, Class<? extends Artifact> type, Evidence evidence, Activations recording) {
        RecordingDescription description = recording.description();
        return tasks.add(
                port,
                port + " " + description.layer() + ", reading: " + description.reading(),
                place,
                recorder(recording),
                Optional.of(evidence),
                List.of(recording.settings()),
                List.of(network("network", recording), images(recording)),
                Optional.empty(),
                Ports.of(port, new Description.OfRecorded(type, description)));
    }

    private InstalledStage recorder(Activations recording) {
        return registry.find(Role.ACTIVATION_RECORDER, recording.call().stage()).orElseThrow();
    }

    private static Task.Input network(String slot, Activations recording) {
        return new Task.Input(slot, Map.of(), recording.network().edge());
    }

    private static Task.Input images(Activations recording) {
        return new Task.Input("images", Map.of(), recording.images().edge());
    }
}

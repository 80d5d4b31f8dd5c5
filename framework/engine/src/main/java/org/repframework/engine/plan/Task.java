package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.problem.Place;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.spi.Description;
import org.repframework.spi.Evidence;
import org.repframework.spi.Ports;
import org.repframework.spi.Role;

/**
 * One call of a stage.
 *
 * @param number position in the plan; inputs have smaller numbers
 * @param id short and unique in the plan, for example {@code train-2}
 * @param call what the script asked for, in one line for people: {@code train sgd, epochs: 3, replica: 2}
 * @param place where the script asked for it first
 * @param evidence what of recordings it delivers to those that compare them; empty for a call of a stage itself
 * @param settings one record, or for the joint moments of two recordings that of x and that of y
 * @param replica the script's {@code replica}; empty for a stage that draws nothing
 * @param key hash of everything the outputs depend on (DESIGN.md 3)
 * @param preimage what the key is the hash of, as canonical JSON
 */
public record Task(
        int number,
        String id,
        String call,
        Place place,
        InstalledStage stage,
        Optional<Evidence> evidence,
        List<Record> settings,
        List<Input> inputs,
        Optional<Integer> replica,
        Ports<Description> ports,
        String key,
        String preimage) {

    /** @param labels of a row of a summary; empty elsewhere */
    public record Input(String slot, Map<String, Object> labels, Edge edge) {}

    public Task {
        settings = List.copyOf(settings);
        inputs = List.copyOf(inputs);
    }

    /**
     * Whether this is a share of what one pass over a probe set delivers. A Gram matrix is not, nor are moments by
     * frequency: one of them fills the memory.
     */
    public boolean sharesPass() {
        return stage.role() == Role.ACTIVATION_RECORDER
                && evidence.filter(kind -> kind == Evidence.GRAM || kind == Evidence.FREQUENCIES)
                        .isEmpty();
    }
}

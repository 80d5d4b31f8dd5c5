package org.repframework.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stage is given, slot by slot of its role.
 *
 * @param <T> {@link Description} before the inputs exist, {@link Artifact} after
 */
public record Inputs<T>(List<Input<T>> all) {

    /**
     * @param slot the name in {@link Role#slots()}; of a row of a summary its number, {@code rows 1}, the same for
     *     all that stands in the row
     * @param labels what a script said of a row, for example {@code layer: 'conv1'}; empty elsewhere
     */
    public record Input<T>(String slot, Map<String, Object> labels, T value) {}

    public Inputs {
        all = List.copyOf(all);
    }

    /** @throws IllegalStateException if the slot is not filled exactly once with such a value */
    public <U> U one(String slot, Class<U> type) {
        return optional(slot, type).orElseThrow(() -> new IllegalStateException("no input for '" + slot + "'"));
    }

    public <U> Optional<U> optional(String slot, Class<U> type) {
        var found = all.stream().filter(input -> input.slot().equals(slot)).toList();
        if (found.size() > 1) {
            throw new IllegalStateException(found.size() + " inputs for '" + slot + "', one was expected");
        }
        return found.stream().findFirst().map(input -> type.cast(input.value()));
    }

    /** The inputs slot by slot, for example those of each row of a summary. */
    public List<List<Input<T>>> bySlot() {
        var slots = new LinkedHashMap<String, List<Input<T>>>();
        for (var input : all) {
            slots.computeIfAbsent(input.slot(), first -> new ArrayList<>()).add(input);
        }
        return List.copyOf(slots.values());
    }
}

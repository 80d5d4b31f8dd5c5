package org.repframework.engine.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.store.PastTask;

/**
 * Estimates from the past tasks that a task resembles most: the median of their times, in proportion to epochs and
 * images where both are known, and the median of their sizes.
 */
final class CostModel {

    /** So many of the newest make a median. */
    private static final int ENOUGH = 25;

    private static final String EPOCHS = "settings/0/epochs";

    private CostModel() {}

    /**
     * @param images how many the task reads
     * @param all the newest first; empty: no estimate
     */
    static Optional<Cost> estimate(Ingredients ingredients, long images, List<PastTask> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var nearest = all.subList(0, Math.min(ENOUGH, all.size()));
        var epochs = number(ingredients.byName());
        var seconds = nearest.stream()
                .mapToDouble(past -> past.seconds()
                        * ratio(epochs, number(Ingredients.of(past.preimage()).byName()))
                        * ratio(images, past.origin().images()))
                .sorted()
                .toArray();
        var bytes = nearest.stream().mapToLong(PastTask::bytes).sorted().toArray();
        return Optional.of(new Cost(seconds[seconds.length / 2], bytes[bytes.length / 2]));
    }

    private static double ratio(double now, double before) {
        return now > 0 && before > 0 ? now / before : 1;
    }

    /** 0: has no such setting. */
    private static double number(Map<String, String> ingredients) {
        var text = ingredients.getOrDefault(EPOCHS, "0");
        return text.matches("[0-9]+") ? Double.parseDouble(text) : 0;
    }
}

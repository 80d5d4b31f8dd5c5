package org.repframework.engine.forecast;

import java.util.List;

/** Why a task must run. */
public sealed interface Reason {

    /** For people, in a line. */
    String text();

    /** The same for all tasks that run for the like of it. */
    default String kind() {
        return text();
    }

    /** Nothing in the store resembles it. */
    record NeverRun() implements Reason {
        @Override
        public String text() {
            return "never run";
        }
    }

    /** @param files names under the store */
    record Damaged(List<String> files) implements Reason {
        @Override
        public String text() {
            return "its result is damaged: " + String.join(", ", files);
        }

        @Override
        public String kind() {
            return "its result is damaged";
        }
    }

    /**
     * A stored task resembles it.
     *
     * @param differences of the keys, in words, inputs that change left out
     * @param roots ids of the tasks with whose change it all began
     * @param stored key of that task
     */
    record Changed(List<String> differences, List<String> roots, String stored) implements Reason {

        private static final int NAMED = 3;

        @Override
        public String text() {
            if (roots.isEmpty()) {
                return String.join(", ", differences);
            }
            var named = String.join(", ", roots.stream().limit(NAMED).toList());
            var more = roots.size() > NAMED ? " and " + (roots.size() - NAMED) + " more" : "";
            return prefix()
                    + (roots.size() == 1 ? "input " + named + " changes" : "inputs " + named + more + " change");
        }

        @Override
        public String kind() {
            return roots.isEmpty() ? text() : prefix() + "inputs change";
        }

        private String prefix() {
            return differences.isEmpty() ? "" : String.join(", ", differences) + "; ";
        }
    }
}

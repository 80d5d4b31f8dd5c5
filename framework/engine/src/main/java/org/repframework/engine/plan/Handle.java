package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import org.repframework.engine.problem.Place;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Description;
import org.repframework.spi.RecordingDescription;

/** What a verb returns to a script: stands for a result that does not exist yet. */
public sealed interface Handle {

    /** How a message names it. */
    String type();

    /** A port of a task, or a part of what it holds. */
    record Result(Task task, Edge edge, Description description) implements Handle {
        @Override
        public String type() {
            return description.type().getSimpleName();
        }
    }

    /** A layer over a probe set; becomes a task only through a metric. */
    record Activations(Call call, Record settings, Result network, Result images, RecordingDescription description)
            implements Handle {
        @Override
        public String type() {
            return "Recording";
        }
    }

    /** Labelled results for a summary. */
    record Row(Map<String, Object> labels, List<Result> scored) implements Handle {
        @Override
        public String type() {
            return "Row";
        }
    }

    /**
     * The layers of a {@code network} block.
     *
     * @param places where each layer stands, by its name
     */
    record Layers(Blueprint.Layered blueprint, Map<String, Place> places) implements Handle {
        @Override
        public String type() {
            return "network block";
        }
    }

    /** Stands for the result of a wrong call, so that the rest of the script can be checked. */
    record Poison() implements Handle {
        @Override
        public String type() {
            return "nothing";
        }
    }
}

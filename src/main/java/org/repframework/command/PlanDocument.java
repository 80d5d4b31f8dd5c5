package org.repframework.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.engine.forecast.Expectation;
import org.repframework.engine.forecast.Forecast;
import org.repframework.engine.forecast.Reason;
import org.repframework.engine.store.Json;

/** A forecast as one line of JSON for programs. */
final class PlanDocument {

    private PlanDocument() {}

    static String text(Forecast forecast, int workers) {
        var missing = forecast.missing().size();
        var all = new LinkedHashMap<String, Object>();
        all.put("workflow", forecast.plan().workflow());
        all.put("run", missing);
        all.put("cached", forecast.tasks().size() - missing);
        all.put("trainings", forecast.trainings());
        all.put("workers", workers);
        all.put("seconds", forecast.seconds(workers));
        all.put("bytes", forecast.bytes());
        all.put("unknown", forecast.unknown());
        all.put("tasks", forecast.tasks().stream().map(PlanDocument::task).toList());
        return Json.LINE.writeValueAsString(all);
    }

    private static Map<String, Object> task(Expectation one) {
        var all = new LinkedHashMap<String, Object>();
        all.put("task", one.task().id());
        all.put("call", one.task().call());
        all.put("line", one.task().place().line());
        all.put("column", one.task().place().column());
        all.put("key", one.task().key());
        all.put("state", one.isCached() ? "cached" : "run");
        one.reason().ifPresent(reason -> {
            all.put("reason", reason.text());
            all.put("differences", reason instanceof Reason.Changed changed ? changed.differences() : List.of());
            all.put("because", reason instanceof Reason.Changed changed ? changed.roots() : List.of());
        });
        one.cost().ifPresent(cost -> {
            all.put("seconds", cost.seconds());
            all.put("bytes", cost.bytes());
        });
        return all;
    }
}

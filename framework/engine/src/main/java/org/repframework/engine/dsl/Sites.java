package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import org.repframework.engine.plan.Site;
import org.repframework.engine.plan.Site.Written;
import org.repframework.engine.problem.Place;

/** Reads the places that {@link CallSites} wrote into a script's class. */
final class Sites {

    private Sites() {}

    static Site read(String text, ScriptSources sources) {
        var fields = text.split(";");
        var positional = new ArrayList<Written>();
        var names = new HashMap<String, Place>();
        var values = new HashMap<String, Written>();
        for (var i = 1; i < fields.length; i++) {
            var parts = fields[i].split("=");
            if (parts.length == 3) {
                names.put(parts[0], place(parts[1], sources));
                values.put(parts[0], written(parts[2], sources));
            } else {
                positional.add(written(parts[0], sources));
            }
        }
        return new Site(place(fields[0], sources), positional, names, values);
    }

    private static Written written(String text, ScriptSources sources) {
        var places =
                Arrays.stream(text.split(",")).map(one -> place(one, sources)).toList();
        return new Written(places.get(0), places.subList(1, places.size()));
    }

    private static Place place(String text, ScriptSources sources) {
        var numbers = Arrays.stream(text.split(":")).mapToInt(Integer::parseInt).toArray();
        return sources.place(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}

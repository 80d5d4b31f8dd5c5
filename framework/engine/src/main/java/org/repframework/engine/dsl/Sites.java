package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import org.repframework.engine.plan.Place;
import org.repframework.engine.plan.Site;

/** Reads the places that {@link CallSites} wrote into a script's class. */
final class Sites {

    private Sites() {}

    static Site read(String text) {
        var fields = text.split(";");
        var positional = new ArrayList<Place>();
        var names = new HashMap<String, Place>();
        var values = new HashMap<String, Place>();
        for (var i = 1; i < fields.length; i++) {
            var parts = fields[i].split("=");
            if (parts.length == 3) {
                names.put(parts[0], place(parts[1]));
                values.put(parts[0], place(parts[2]));
            } else {
                positional.add(place(parts[0]));
            }
        }
        return new Site(place(fields[0]), positional, names, values);
    }

    /** Of what spans several lines the first character. */
    private static Place place(String text) {
        var numbers = text.split(":");
        var line = Integer.parseInt(numbers[0]);
        var column = Integer.parseInt(numbers[1]);
        var end = Integer.parseInt(numbers[2]) == line ? Integer.parseInt(numbers[3]) : column + 1;
        return new Place(line, column, end);
    }
}

package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Similarity;
import org.repframework.spi.Table;

/** Measures that are one number: a row each, with what a reader needs to judge it. */
final class SimilarityExhibit {

    private SimilarityExhibit() {}

    static void add(Rendition rendition, List<Shown<Similarity>> all) {
        var labelled = all.size() > 1;
        var details = new LinkedHashSet<String>();
        all.forEach(shown -> details.addAll(shown.artifact().details().keySet()));
        var columns = new ArrayList<String>();
        if (labelled) {
            columns.add("of");
        }
        columns.addAll(List.of("metric", "score", "samples", "units-x", "units-y"));
        columns.addAll(details);
        var rows = new ArrayList<List<Object>>();
        for (var shown : all) {
            var similarity = shown.artifact();
            var row = new ArrayList<Object>();
            if (labelled) {
                row.add(shown.label());
            }
            row.add(similarity.metric());
            row.add(similarity.score());
            row.add(similarity.samples());
            row.add(similarity.unitsX());
            row.add(similarity.unitsY());
            for (var detail : details) {
                var value = similarity.details().get(detail);
                row.add(value == null ? "" : (Object) value);
            }
            rows.add(row);
            rendition.fact(shown, similarity.metric(), Numbers.brief(similarity.score()));
        }
        rendition.sheet("", new Table(columns, rows));
    }
}

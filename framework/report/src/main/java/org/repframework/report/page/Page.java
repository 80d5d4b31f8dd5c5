package org.repframework.report.page;

import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Source;
import org.repframework.report.figure.Figure;

/**
 * All that stands in the report.
 *
 * @param overview when, how long, how many tasks
 * @param sources the script, then what it includes
 * @param provenance names to values
 * @param script what makes figures and tables answer to a pointer
 */
public record Page(
        String workflow,
        String runId,
        boolean complete,
        List<String> overview,
        List<Failure> failures,
        String question,
        Map<String, String> parameters,
        List<Source> sources,
        List<Section> sections,
        Figure plan,
        List<TaskRow> tasks,
        Map<String, String> provenance,
        String script) {

    /** @param place in the script: file, line and column */
    public record Failure(String task, String call, String place, String message) {}

    /**
     * One exhibit.
     *
     * @param missing why it is not there; empty if it is
     * @param facts names to what is said under them
     * @param units which figures tell of a unit, as JSON; empty: none
     */
    public record Section(
            String anchor,
            String title,
            String missing,
            List<Figure> figures,
            List<Preview> tables,
            List<String> warnings,
            Map<String, List<String>> facts,
            String units) {}

    public record TaskRow(
            String id,
            String call,
            String place,
            String state,
            String time,
            List<String> warnings,
            String message,
            String stage,
            String key) {}
}

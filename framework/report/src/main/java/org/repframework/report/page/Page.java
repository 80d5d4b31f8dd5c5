package org.repframework.report.page;

import java.util.List;
import java.util.Map;
import org.repframework.report.figure.Figure;

/**
 * All that stands in the report.
 *
 * @param overview when, how long, how many tasks
 * @param script its text, or why it could not be read
 * @param provenance names to values
 */
public record Page(
        String workflow,
        String runId,
        boolean complete,
        List<String> overview,
        List<Failure> failures,
        String question,
        Map<String, String> parameters,
        String scriptName,
        String script,
        List<Section> sections,
        Figure plan,
        List<TaskRow> tasks,
        Map<String, String> provenance) {

    public record Failure(String task, String call, String message) {}

    /**
     * One exhibit.
     *
     * @param missing why it is not there; empty if it is
     * @param facts names to what is said under them
     */
    public record Section(
            String anchor,
            String title,
            String missing,
            List<Figure> figures,
            List<Preview> tables,
            List<String> warnings,
            Map<String, List<String>> facts) {}

    public record TaskRow(
            String id,
            String call,
            String state,
            String time,
            List<String> warnings,
            String message,
            String stage,
            String key) {}
}

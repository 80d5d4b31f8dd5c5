package org.repframework.report.page;

/** Times in words. */
final class Durations {

    private Durations() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    static String words(double seconds) {
        if (seconds < 0.05) {
            return "< 0.1 s";
        }
        if (seconds < 9.95) {
            return Math.round(seconds * 10) / 10.0 + " s";
        }
        var whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}

package org.repframework.command;

import java.io.PrintStream;

/** The running jobs as lines at the bottom of the terminal, redrawn in place; what is done scrolls away above. */
final class TerminalProgress extends Progress {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final String UP = "\033[%dA";
    private static final String CLEAR_BELOW = "\033[J";

    private final int columns;
    private final boolean colour;
    private int drawn;
    private long lastDrawn;

    TerminalProgress(PrintStream out, int columns, boolean colour) {
        super(out);
        this.columns = columns;
        this.colour = colour;
    }

    @Override
    void say(String line) {
        erase();
        out().println(coloured(line));
        draw();
    }

    @Override
    void jobStarted(RunningJob job) {
        erase();
        draw();
    }

    @Override
    void jobChanged(RunningJob job) {
        if (System.nanoTime() - lastDrawn >= REDRAW_NANOS) {
            erase();
            draw();
        }
    }

    @Override
    public synchronized void close() {
        erase();
        out().flush();
    }

    private void erase() {
        if (drawn > 0) {
            out().print(String.format(UP, drawn) + "\r" + CLEAR_BELOW);
            drawn = 0;
        }
    }

    private void draw() {
        for (var job : running()) {
            var state = job.state();
            var room = Math.max(10, columns - state.length() - 3);
            var line = cut(job.title(), room) + "  " + state;
            out().println(cut(line, columns - 1));
            drawn++;
        }
        out().flush();
        lastDrawn = System.nanoTime();
    }

    private String coloured(String line) {
        if (!colour) {
            return line;
        }
        if (line.contains(" FAILED ")) {
            return "\033[31m" + line + "\033[0m";
        }
        return line.contains("warning:") || line.startsWith("note:") ? "\033[33m" + line + "\033[0m" : line;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}

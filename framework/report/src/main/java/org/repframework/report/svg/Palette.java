package org.repframework.report.svg;

/** The colours of all pictures. Lines are told apart by colour-blind readers too (Okabe and Ito's set). */
public final class Palette {

    public static final String PAPER = "#ffffff";
    public static final String INK = "#1f2933";
    public static final String FAINT_INK = "#52606d";
    public static final String FRAME = "#9aa5b1";
    public static final String GRID = "#e4e7eb";

    private static final String[] LINES = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#4d4d4d"};

    private Palette() {}

    /** The colour of the n-th line, from 0 on; they begin anew after seven. */
    public static String line(int index) {
        return LINES[index % LINES.length];
    }

    /** Dashes of the n-th line, so that an eighth differs from the first; empty: a whole line. */
    public static String dashes(int index) {
        return switch (index / LINES.length % 3) {
            case 1 -> "6 3";
            case 2 -> "2 3";
            default -> "";
        };
    }
}

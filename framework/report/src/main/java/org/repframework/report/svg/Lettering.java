package org.repframework.report.svg;

/**
 * How a piece of text looks.
 *
 * @param size in pixels
 * @param anchor where its point lies: {@code start}, {@code middle} or {@code end}
 */
public record Lettering(double size, String colour, String anchor, boolean bold) {

    public static final Lettering TITLE = new Lettering(15, Palette.INK, "start", true);
    public static final Lettering LABEL = new Lettering(13, Palette.INK, "start", false);
    public static final Lettering TICK = new Lettering(12, Palette.FAINT_INK, "start", false);

    private static final double BOLD = 1.12;

    /** The size of letters that are not bold and as wide. */
    double widthSize() {
        return bold ? BOLD * size : size;
    }

    public Lettering middle() {
        return new Lettering(size, colour, "middle", bold);
    }

    public Lettering ending() {
        return new Lettering(size, colour, "end", bold);
    }
}

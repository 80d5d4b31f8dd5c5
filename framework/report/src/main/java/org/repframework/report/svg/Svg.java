package org.repframework.report.svg;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One picture as SVG text, element by element. Only presentation attributes are used, and every id begins with the
 * picture's name, so that many pictures can stand in one page.
 */
public final class Svg {

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();
    private final String name;
    private boolean tagOpen;

    /**
     * @param name unique among the pictures of a page
     * @param title what a screen reader says
     */
    public Svg(String name, String title, double width, double height) {
        this.name = name;
        start("svg").set("xmlns", "http://www.w3.org/2000/svg");
        set("viewBox", "0 0 " + Numbers.coordinate(width) + " " + Numbers.coordinate(height));
        set("width", width).set("height", height);
        set("role", "img").set("aria-labelledby", id("title")).set("font-family", "sans-serif");
        start("title").set("id", id("title")).content(title).end();
        rectangle(0, 0, width, height, Palette.PAPER);
    }

    /** An id that no other picture of the page has. */
    public String id(String local) {
        return "figure-" + name + "-" + local;
    }

    public Svg start(String element) {
        closeTag();
        out.append('<').append(element);
        open.push(element);
        tagOpen = true;
        return this;
    }

    public Svg set(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    public Svg set(String attribute, double value) {
        out.append(' ').append(attribute).append("=\"");
        Numbers.appendCoordinate(out, value);
        out.append('"');
        return this;
    }

    public Svg content(String text) {
        closeTag();
        escape(text);
        return this;
    }

    /** Ends the element begun last. */
    public Svg end() {
        var element = open.pop();
        if (tagOpen) {
            out.append("/>");
            tagOpen = false;
        } else {
            out.append("</").append(element).append('>');
        }
        if (!element.equals("title")) {
            out.append('\n');
        }
        return this;
    }

    public Svg rectangle(double x, double y, double width, double height, String fill) {
        return start("rect")
                .set("x", x)
                .set("y", y)
                .set("width", width)
                .set("height", height)
                .set("fill", fill)
                .end();
    }

    public Svg line(double x1, double y1, double x2, double y2, String stroke) {
        return start("line")
                .set("x1", x1)
                .set("y1", y1)
                .set("x2", x2)
                .set("y2", y2)
                .set("stroke", stroke)
                .end();
    }

    public Svg text(double x, double y, String content, Lettering lettering) {
        place(x, y, lettering);
        return content(content).end();
    }

    /** Text that is shortened to fit, its whole wording in a tool tip. */
    public Svg text(double x, double y, String content, Lettering lettering, double width) {
        var shown = TextWidth.shorten(content, lettering.widthSize(), width);
        place(x, y, lettering);
        if (!shown.equals(content)) {
            start("title").content(content).end();
        }
        return content(shown).end();
    }

    /** Text that runs upwards, its middle at the point. */
    public Svg rising(double x, double y, String content, Lettering lettering, double length) {
        start("g")
                .set("transform", "translate(" + Numbers.coordinate(x) + " " + Numbers.coordinate(y) + ") rotate(-90)");
        return text(0, 0, content, lettering.middle(), length).end();
    }

    /** An image whose pixels stay sharp when enlarged. */
    public Svg image(double x, double y, double width, double height, byte[] png) {
        return start("image")
                .set("x", x)
                .set("y", y)
                .set("width", width)
                .set("height", height)
                .set("preserveAspectRatio", "none")
                .set("style", "image-rendering:pixelated")
                .set("href", Png.dataUri(png))
                .end();
    }

    /** The whole text, with everything ended. */
    public String finish() {
        while (!open.isEmpty()) {
            end();
        }
        return out.toString();
    }

    private void place(double x, double y, Lettering lettering) {
        start("text").set("x", x).set("y", y).set("font-size", lettering.size()).set("fill", lettering.colour());
        if (!lettering.anchor().equals("start")) {
            set("text-anchor", lettering.anchor());
        }
        if (lettering.bold()) {
            set("font-weight", "bold");
        }
    }

    private void closeTag() {
        if (tagOpen) {
            out.append('>');
            tagOpen = false;
        }
    }

    private void escape(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(allowed(character) ? character : '\uFFFD');
            }
        }
    }

    /** XML 1.0 has no place for most control characters, not even escaped; halves of a pair are kept as they come. */
    private static boolean allowed(char character) {
        return character >= ' ' && character < '\uFFFE' || character == '\n' || character == '\t';
    }
}

package org.repframework.report.figure;

import java.util.List;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Numbers;
import org.repframework.report.svg.Svg;
import org.repframework.spi.ImageShape;

/**
 * Matched units one below the other, the images of each pair's unit above those of its partner, in several columns.
 *
 * @param rows the pairs, down the first column, then the next
 * @param down pairs in a column
 */
public record PairRows(String title, ImageShape shapeX, ImageShape shapeY, List<Row> rows, int down) {

    /** Columns of pairs that have a single image each. */
    public static final int SINGLE = 6;

    /**
     * @param imagesX of the unit, each height x width x channels of its shape; none if it was never active
     * @param imagesY of the partner
     */
    public record Row(int unit, int partner, double correlation, List<byte[]> imagesX, List<byte[]> imagesY) {}

    private static final double TILE = 30; // shown edge of an image
    private static final double LABEL = 100;
    private static final double HEIGHT = 2 * TILE + 14; // of a pair
    private static final double LEFT = 12;
    private static final double TOP = 40;

    /** @param name of the figure */
    public String draw(String name) {
        var columns = (rows.size() + down - 1) / down;
        var width = Math.max(420, LEFT + columns * columnWidth());
        var heading = Heading.of(title, width - 24);
        var svg = new Svg(name, title, width, TOP + down * HEIGHT + 8 + heading.extra());
        heading.draw(svg, LEFT);
        for (var i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), LEFT + i / down * columnWidth(), TOP + i % down * HEIGHT);
        }
        return svg.finish();
    }

    private double columnWidth() {
        return LABEL + most() * (TILE + 2) + 16;
    }

    private int most() {
        return rows.stream()
                .mapToInt(row -> Math.max(row.imagesX().size(), row.imagesY().size()))
                .reduce(1, Math::max);
    }

    private static void text(Svg svg, double x, double y, String text) {
        svg.text(x, y, text, Lettering.TICK);
    }

    private void draw(Svg svg, Row row, double left, double top) {
        text(svg, left, top + TILE / 2 + 4, "x " + row.unit());
        text(svg, left, top + TILE * 3 / 2 + 6, "y " + row.partner());
        svg.text(left + 44, top + TILE + 5, Numbers.thousandths(row.correlation()), Lettering.LABEL, LABEL - 48);
        strip(svg, row.imagesX(), shapeX, left + LABEL, top);
        strip(svg, row.imagesY(), shapeY, left + LABEL, top + TILE + 2);
    }

    private static void strip(Svg svg, List<byte[]> images, ImageShape shape, double left, double top) {
        if (images.isEmpty()) {
            text(svg, left, top + TILE / 2 + 4, "never active");
            return;
        }
        var scale = TILE / Math.max(shape.height(), shape.width());
        for (var i = 0; i < images.size(); i++) {
            var mosaic = new Mosaic(shape.width(), shape.height());
            mosaic.place(images.get(i), shape, 0, 0);
            var across = left + i * (TILE + 2);
            svg.image(across, top, shape.width() * scale, shape.height() * scale, mosaic.png());
        }
    }
}

package org.repframework.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Svg;
import org.repframework.report.svg.TextWidth;
import org.repframework.spi.ImageShape;

/**
 * Small images in rows, a line of empty pixels between them.
 *
 * @param images each height x width x channels of the shape
 * @param columns images in a row
 * @param rowNames one a row; empty: the rows have no names
 */
public record ImageGrid(String title, ImageShape shape, List<byte[]> images, int columns, List<String> rowNames) {

    private static final double WIDTH = 600;
    private static final double TILE = 44; // about the shown edge of an image
    private static final double LONGEST_NAME = 140;

    /** @param name of the figure */
    public String draw(String name) {
        var rows = (images.size() + columns - 1) / columns;
        var left = rowNames.isEmpty() ? 12 : 24 + nameWidth();
        var pixelsAcross = columns * (shape.width() + 1) - 1;
        var pixelsDown = rows * (shape.height() + 1) - 1;
        var scale = Math.min(
                Math.max(1, Math.floor(TILE / Math.max(shape.height(), shape.width()))), (WIDTH - left) / pixelsAcross);
        var width = Math.max(420, left + pixelsAcross * scale + 12);
        var heading = Heading.of(title, width - 24);
        var svg = new Svg(name, title, width, 40 + pixelsDown * scale + 12 + heading.extra());
        heading.draw(svg, 12);
        svg.image(left, 40, pixelsAcross * scale, pixelsDown * scale, png(pixelsAcross, pixelsDown));
        for (var row = 0; row < rowNames.size(); row++) {
            var middle = 40 + (row * (shape.height() + 1) + shape.height() / 2.0) * scale;
            svg.text(left - 8, middle + 4, rowNames.get(row), Lettering.TICK.ending(), LONGEST_NAME);
        }
        return svg.finish();
    }

    /** Where each image is, as JSON. */
    public Map<String, String> data() {
        var places = new ArrayList<Tiles.Row>();
        for (var i = 0; i < images.size(); i++) {
            places.add(new Tiles.Row(i % columns * (shape.width() + 1), i / columns * (shape.height() + 1), 1));
        }
        var rows = (images.size() + columns - 1) / columns;
        var tiles = new Tiles(shape, columns * (shape.width() + 1) - 1, rows * (shape.height() + 1) - 1, places);
        return Map.of("tiles", tiles.json());
    }

    private double nameWidth() {
        var widest = 0.0;
        for (var rowName : rowNames) {
            widest = Math.max(widest, TextWidth.of(rowName, Lettering.TICK.size()));
        }
        return Math.min(widest, LONGEST_NAME);
    }

    private byte[] png(int across, int down) {
        var mosaic = new Mosaic(across, down);
        for (var i = 0; i < images.size(); i++) {
            mosaic.place(images.get(i), shape, i % columns * (shape.width() + 1), i / columns * (shape.height() + 1));
        }
        return mosaic.png();
    }
}

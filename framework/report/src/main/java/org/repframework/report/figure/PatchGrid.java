package org.repframework.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Svg;
import org.repframework.spi.ImageShape;

/**
 * The patches of each unit in a row, several units side by side, all on one image.
 *
 * @param units of each unit its patches, each height x width x channels of the shape
 */
public record PatchGrid(String title, ImageShape shape, List<List<byte[]>> units) {

    private static final double WIDTH = 860;
    private static final double TILE = 26; // shown edge of a patch
    private static final double NUMBER = 34; // room for a unit's number

    /** @param name of the figure */
    public String draw(String name) {
        var width = Math.max(420, columns() * blockWidth() * scale());
        var heading = Heading.of(title, width - 24);
        var svg = new Svg(name, title, width, 40 + rows() * (shape.height() + 1) * scale() + 12 + heading.extra());
        heading.draw(svg, 12);
        var across = columns() * blockWidth();
        var down = rows() * (shape.height() + 1);
        svg.image(0, 40, across * scale(), down * scale(), png(across, down));
        for (var unit = 0; unit < units.size(); unit++) {
            var right = (left(unit) - 1) * scale() - 5;
            var middle = 40 + (top(unit) + shape.height() / 2.0) * scale();
            svg.text(right, middle + 4, Integer.toString(unit), Lettering.TICK.ending());
            if (units.get(unit).isEmpty()) {
                svg.text(left(unit) * scale(), middle + 4, "never active", Lettering.TICK);
            }
        }
        return svg.finish();
    }

    /** Where each unit's patches are, as JSON. */
    public Map<String, String> data() {
        var places = new ArrayList<Tiles.Row>();
        for (var unit = 0; unit < units.size(); unit++) {
            places.add(new Tiles.Row(left(unit), top(unit), units.get(unit).size()));
        }
        var tiles = new Tiles(shape, columns() * blockWidth(), rows() * (shape.height() + 1), places);
        return Map.of("tiles", tiles.json());
    }

    private byte[] png(int across, int down) {
        var mosaic = new Mosaic(across, down);
        for (var unit = 0; unit < units.size(); unit++) {
            var patches = units.get(unit);
            for (var i = 0; i < patches.size(); i++) {
                mosaic.place(patches.get(i), shape, left(unit) + i * (shape.width() + 1), top(unit));
            }
        }
        return mosaic.png();
    }

    private double scale() {
        return TILE / Math.max(shape.height(), shape.width());
    }

    private int most() {
        return units.stream().mapToInt(List::size).max().orElse(0);
    }

    private int numberWidth() {
        return (int) Math.ceil(NUMBER / scale());
    }

    /** In pixels of the image, as all below. */
    private int blockWidth() {
        return numberWidth() + Math.max(4, most()) * (shape.width() + 1);
    }

    private int columns() {
        return Math.max(1, Math.min(units.size(), (int) (WIDTH / scale() / blockWidth())));
    }

    private int rows() {
        return (units.size() + columns() - 1) / columns();
    }

    private int left(int unit) {
        return unit % columns() * blockWidth() + numberWidth();
    }

    private int top(int unit) {
        return unit / columns() * (shape.height() + 1);
    }
}

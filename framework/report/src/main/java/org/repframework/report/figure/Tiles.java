package org.repframework.report.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.repframework.spi.ImageShape;

/**
 * Where the images of each unit lie on a figure's first image, so that the page can show them again.
 *
 * @param across pixels of the whole
 * @param down pixels of the whole
 * @param units by number
 */
record Tiles(ImageShape shape, int across, int down, List<Row> units) {

    /** So many images from a corner to the right, an empty pixel between them. */
    record Row(int left, int top, int count) {}

    String json() {
        return units.stream()
                .map(row -> "[" + row.left() + "," + row.top() + "," + row.count() + "]")
                .collect(Collectors.joining(
                        ",",
                        "{\"width\":" + shape.width() + ",\"height\":" + shape.height() + ",\"across\":" + across
                                + ",\"down\":" + down + ",\"units\":[",
                        "]}"));
    }
}

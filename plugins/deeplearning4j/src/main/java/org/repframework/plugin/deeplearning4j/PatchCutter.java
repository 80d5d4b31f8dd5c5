package org.repframework.plugin.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.plugin.deeplearning4j.network.ReceptiveField;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Images;
import org.repframework.spi.Images.Patch;
import org.repframework.spi.Pixels;
import org.repframework.spi.StageContext;

/**
 * Cuts the receptive fields of a layer out of images. Along an axis on which a field is larger than the image, the patch
 * is as large as the image. What the field does not read is 0.
 */
final class PatchCutter {

    private final String layer;
    private final Pixels pixels;
    private final ReceptiveField vertical;
    private final ReceptiveField horizontal;
    private final int columns; // positions in a row of the layer
    private final ImageShape patch;
    private final byte[] image;

    PatchCutter(Architecture architecture, String layer, Pixels pixels) {
        this.layer = layer;
        this.pixels = pixels;
        vertical = ReceptiveField.vertical(architecture, layer);
        horizontal = ReceptiveField.horizontal(architecture, layer);
        columns = architecture.shapes().get(architecture.indexOf(layer)).width();
        var shape = pixels.shape();
        patch = new ImageShape(
                Math.min(vertical.size(), shape.height()),
                Math.min(horizontal.size(), shape.width()),
                shape.channels());
        image = new byte[shape.size()];
    }

    Images cut(StrongestImages strongest, StageContext context) throws IOException, InterruptedException {
        var all = IntStream.range(0, strongest.units()).map(strongest::count).sum();
        var file = Files.createTempFile(context.scratch(), "patches", ".npy");
        var units = new ArrayList<List<Patch>>();
        var number = 0;
        try (var writer = Pixels.create(file, all, patch)) {
            for (var unit = 0; unit < strongest.units(); unit++) {
                context.checkInterrupted();
                var patches = new ArrayList<Patch>();
                for (var rank = 0; rank < strongest.count(unit); rank++) {
                    var top = vertical.first(strongest.position(unit, rank) / columns);
                    var left = horizontal.first(strongest.position(unit, rank) % columns);
                    pixels.read(strongest.image(unit, rank), image, 0);
                    writer.add(field(top, left));
                    patches.add(new Patch(
                            number++,
                            strongest.image(unit, rank),
                            origin(vertical, top, pixels.shape().height()),
                            origin(horizontal, left, pixels.shape().width()),
                            strongest.activation(unit, rank)));
                }
                units.add(patches);
            }
            return new Images(layer, units, writer.finish());
        }
    }

    /** Where a patch begins in the image. */
    private static int origin(ReceptiveField field, int first, int extent) {
        return field.size() > extent ? 0 : first;
    }

    private byte[] field(int top, int left) {
        var shape = pixels.shape();
        var firstRow = origin(vertical, top, shape.height());
        var firstColumn = origin(horizontal, left, shape.width());
        var from = Math.max(0, left);
        var to = Math.min(shape.width(), left + horizontal.size());
        var cut = new byte[patch.size()];
        for (var row = Math.max(0, top); row < Math.min(shape.height(), top + vertical.size()); row++) {
            System.arraycopy(
                    image,
                    (row * shape.width() + from) * shape.channels(),
                    cut,
                    ((row - firstRow) * patch.width() + from - firstColumn) * shape.channels(),
                    (to - from) * shape.channels());
        }
        return cut;
    }
}

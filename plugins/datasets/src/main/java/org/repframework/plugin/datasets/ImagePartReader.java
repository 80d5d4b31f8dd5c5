package org.repframework.plugin.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.repframework.spi.Examples;
import org.repframework.spi.ImageShape;
import org.repframework.spi.IntVector;
import org.repframework.spi.Pixels;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** Decodes the images of one part after the other into files of pixels. */
final class ImagePartReader {

    private static final int IMAGES_BETWEEN_REPORTS = 100;

    private final Path path;
    private final ImageArchive archive;
    private final ImageShape shape;
    private final StageContext context;
    private final int total;
    private int done;
    private int warnings;
    private String firstWarning;

    /** @param total images of all parts together */
    ImagePartReader(Path path, ImageArchive archive, ImageShape shape, StageContext context, int total) {
        this.path = path;
        this.archive = archive;
        this.shape = shape;
        this.context = context;
        this.total = total;
    }

    /** @param images names in the archive by class */
    Examples read(String part, SortedMap<String, List<String>> images)
            throws StageFailure, InterruptedException, IOException {
        var labels = new int[images.values().stream().mapToInt(List::size).sum()];
        var first = done;
        var label = 0;
        try (var writer = Pixels.create(context.scratch().resolve(part + ".npy"), labels.length, shape)) {
            for (var names : images.values()) {
                for (var name : names) {
                    if (done % IMAGES_BETWEEN_REPORTS == 0) {
                        context.checkInterrupted();
                        context.progress(done, total, "images");
                    }
                    writer.add(pixels(name));
                    labels[done++ - first] = label;
                }
                label++;
            }
            context.progress(done, total, "images");
            return new Examples(writer.finish(), IntVector.of(labels), List.copyOf(images.keySet()));
        }
    }

    /** Tells the context once of all files that were read but are perhaps damaged. */
    void warn() {
        if (warnings > 0) {
            context.warn((warnings == 1 ? "an image of " : warnings + " images of ") + path
                    + " may be damaged, the first: " + firstWarning);
        }
    }

    private byte[] pixels(String name) throws StageFailure {
        var decoded = decode(name);
        decoded.warning().ifPresent(warning -> {
            firstWarning = warnings++ == 0 ? name + " (" + warning + ")" : firstWarning;
        });
        var found = decoded.shape();
        if (found.height() != shape.height() || found.width() != shape.width()) {
            throw new StageFailure(path + ": the image " + name + " is " + found.height() + "x" + found.width()
                    + ", the first one " + shape.height() + "x" + shape.width()
                    + " (height x width); scale all images to one size");
        }
        if (found.channels() > shape.channels()) {
            throw new StageFailure(path + ": the image " + name
                    + " is in colour, but the first image of every class is grey; store all images alike");
        }
        return found.channels() < shape.channels() ? ImageDecoder.widen(decoded.pixels()) : decoded.pixels();
    }

    private ImageDecoder.Decoded decode(String name) throws StageFailure {
        try {
            return ImageDecoder.decode(archive.read(name));
        } catch (IOException e) {
            throw new StageFailure(
                    path + ": the image " + name + " cannot be read (" + e.getMessage() + "); replace or remove it", e);
        }
    }
}

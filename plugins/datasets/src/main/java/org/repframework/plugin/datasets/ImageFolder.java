package org.repframework.plugin.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Description;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Pictures in {@code train/<class>/} and {@code test/<class>/} of a folder or zip. Images are in the order of class and
 * file name. They have one channel if the first picture of every class is grey, else three.
 */
public final class ImageFolder implements DatasetSource<ImageFolder.Settings> {

    public record Settings(
            @Setting("folder or zip with train/<class>/ and test/<class>/")
            Path path,

            @Setting(
                    value = "training images taken of each class, the first by name; 0: all",
                    defaultValue = "0",
                    min = 0)
            int imagesPerClass) {}

    @Override
    public String name() {
        return "image-folder";
    }

    @Override
    public String summary() {
        return "JPEG, PNG or BMP images in a folder or zip, train/<class>/ and test/<class>/";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfDataset describe(Settings settings) {
        var path = settings.path();
        return ImageArchive.look(path, archive -> {
            var tree = ImageTree.of(path, archive.names(), settings.imagesPerClass());
            var shape = shape(path, archive, tree.train());
            return new Description.OfDataset(
                    new Description.OfExamples(ImageTree.classCounts(tree.train()), shape, tree.classNames()),
                    new Description.OfExamples(ImageTree.classCounts(tree.test()), shape, tree.classNames()));
        });
    }

    /** What the first image of every class says: the first one's size, and colour if any has colour. */
    static ImageShape shape(Path path, ImageArchive archive, SortedMap<String, List<String>> classes) {
        ImageShape first = null;
        var channels = 1;
        for (var images : classes.values()) {
            try {
                var shape = ImageDecoder.shape(archive.read(images.get(0)));
                first = first == null ? shape : first;
                channels = Math.max(channels, shape.channels());
            } catch (IOException e) {
                throw Refusal.of(
                        "path", path + ": the image " + images.get(0) + " cannot be read (" + e.getMessage() + ")");
            }
        }
        return new ImageShape(first.height(), first.width(), channels);
    }

    @Override
    public Dataset load(Settings settings, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var described = describe(settings);
        try (var archive = ImageArchive.open(settings.path())) {
            var tree = ImageTree.of(settings.path(), archive.names(), settings.imagesPerClass());
            var reader = new ImagePartReader(
                    settings.path(),
                    archive,
                    described.train().shape(),
                    context,
                    described.train().count() + described.test().count());
            var dataset = new Dataset(reader.read("train", tree.train()), reader.read("test", tree.test()));
            reader.warn();
            return dataset;
        }
    }
}

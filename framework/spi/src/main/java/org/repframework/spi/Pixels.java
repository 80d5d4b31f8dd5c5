package org.repframework.spi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images as unsigned bytes, images x height x width x channels, in an {@code .npy} file that is mapped into memory, and
 * perhaps a selection of them. A selection shares the file: the halves of a data set cost nothing.
 */
public final class Pixels {

    private static final int SEGMENT = 1 << 30;

    private final Path file;
    private final ImageShape shape;
    private final int stored;
    private final List<MappedByteBuffer> segments;
    private final int imagesPerSegment;
    private final IntVector selection; // null: all images of the file, in order

    private Pixels(
            Path file,
            ImageShape shape,
            int stored,
            List<MappedByteBuffer> segments,
            int imagesPerSegment,
            IntVector selection) {
        this.file = file;
        this.shape = shape;
        this.stored = stored;
        this.segments = segments;
        this.imagesPerSegment = imagesPerSegment;
        this.selection = selection;
    }

    /** @throws IOException if the file is not a whole four-dimensional array of unsigned bytes */
    public static Pixels open(Path file) throws IOException {
        var header = Npy.require(Npy.readHeader(file), Npy.UINT8, 4, file);
        var sizes = header.shape();
        var shape = new ImageShape(sizes[1], sizes[2], sizes[3]);
        var total = (long) sizes[0] * shape.size();
        if (Files.size(file) != header.offset() + total) {
            throw new IOException(file + " is cut short");
        }
        var perSegment = Math.max(1, SEGMENT / Math.max(1, shape.size()));
        var segments = new ArrayList<MappedByteBuffer>();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var segment = (long) perSegment * shape.size();
            for (var start = 0L; start < total; start += segment) {
                segments.add(channel.map(
                        FileChannel.MapMode.READ_ONLY, header.offset() + start, Math.min(segment, total - start)));
            }
        }
        return new Pixels(file, shape, sizes[0], List.copyOf(segments), perSegment, null);
    }

    /** Begins a new file; add exactly {@code count} images, then {@link Writer#finish()}. */
    public static Writer create(Path file, int count, ImageShape shape) throws IOException {
        return new Writer(file, count, shape);
    }

    /** @param images positions in this object, in the wanted order */
    public Pixels select(IntVector images) {
        var positions = images.stream().map(this::position).toArray();
        return new Pixels(file, shape, stored, segments, imagesPerSegment, IntVector.of(positions));
    }

    public int count() {
        return selection == null ? stored : selection.size();
    }

    public ImageShape shape() {
        return shape;
    }

    /** Copies one image, height x width x channels, into {@code target} from {@code offset} on. Safe for threads. */
    public void read(int image, byte[] target, int offset) {
        var position = position(image);
        segments.get(position / imagesPerSegment)
                .get(position % imagesPerSegment * shape.size(), target, offset, shape.size());
    }

    /** The whole file, of which {@link #selection()} may be a part. */
    public Path file() {
        return file;
    }

    /** Positions in the file; empty: all images of the file, in order. */
    public Optional<IntVector> selection() {
        return Optional.ofNullable(selection);
    }

    private int position(int image) {
        if (image < 0 || image >= count()) {
            throw new IndexOutOfBoundsException("image " + image + " of " + count());
        }
        return selection == null ? image : selection.at(image);
    }

    @Override
    public String toString() {
        return count() + " images of " + shape;
    }

    /** Writes images one after the other, so that a data set need not fit into memory. */
    public static final class Writer implements AutoCloseable {

        private final Path file;
        private final int count;
        private final ImageShape shape;
        private final OutputStream stream;
        private int written;

        private Writer(Path file, int count, ImageShape shape) throws IOException {
            this.file = file;
            this.count = count;
            this.shape = shape;
            this.stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            stream.write(Npy.header(Npy.UINT8, count, shape.height(), shape.width(), shape.channels()));
        }

        /** @param image height x width x channels */
        public void add(byte[] image) throws IOException {
            if (image.length != shape.size()) {
                throw new IllegalArgumentException(image.length + " bytes for an image of " + shape);
            }
            stream.write(image);
            written++;
        }

        /** Closes the file and opens it as pixels. */
        public Pixels finish() throws IOException {
            if (written != count) {
                throw new IllegalStateException(written + " of " + count + " images were added");
            }
            close();
            return open(file);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}

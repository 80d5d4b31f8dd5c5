package org.repframework.plugin.datasets;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One open file in the IDX format, unsigned bytes, perhaps in gzip's. */
final class IdxFile implements Closeable {

    /** The file is not what its name or header says; the message is for the user. */
    static final class Flaw extends IOException {

        private static final long serialVersionUID = 1;

        Flaw(String message) {
            super(message);
        }
    }

    private static final int UNSIGNED_BYTES = 0x08;
    private static final int BUFFER = 1 << 16;
    private static final long LARGEST = 1L << 40;

    private final Path path;
    private final InputStream stream;
    private final int[] sizes;
    private final long expected;
    private long found;

    private IdxFile(Path path, InputStream stream, int dimensions) throws IOException {
        this.path = path;
        this.stream = stream;
        this.sizes = new int[dimensions];
        var header = ByteBuffer.allocate(Integer.BYTES * (1 + dimensions));
        var length = fill(header.array());
        var magic = UNSIGNED_BYTES << 8 | dimensions;
        if (length >= Integer.BYTES && header.getInt(0) != magic) {
            throw new Flaw(String.format(
                    "%s begins with %08x; expected %08x, an IDX file of unsigned bytes in %d dimension%s",
                    path, header.getInt(0), magic, dimensions, dimensions == 1 ? "" : "s"));
        }
        if (length < header.capacity()) {
            throw new Flaw(path + " is cut short: its header has " + length + " bytes, expected " + header.capacity());
        }
        var size = 1L;
        for (var i = 0; i < dimensions; i++) {
            sizes[i] = header.getInt(Integer.BYTES * (1 + i));
            if (sizes[i] < 1 || size > LARGEST / sizes[i]) {
                throw new Flaw(path + " cannot be right: its header says " + sizes[i] + " as size " + (i + 1) + " of "
                        + dimensions);
            }
            size *= sizes[i];
        }
        this.expected = header.capacity() + size;
    }

    /** @throws Flaw if the header is not that of such a file, or the file's length is not what it says */
    static IdxFile open(Path path, int dimensions) throws IOException {
        var stream = Files.newInputStream(path);
        try {
            var file = new IdxFile(path, zipped(path) ? decompressed(path, stream) : buffered(stream), dimensions);
            if (!zipped(path) && Files.size(path) != file.expected) {
                throw file.wrongSize(Files.size(path));
            }
            return file;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static InputStream buffered(InputStream stream) {
        return new BufferedInputStream(stream, BUFFER);
    }

    private static InputStream decompressed(Path path, InputStream stream) throws IOException {
        try {
            return new GZIPInputStream(stream, BUFFER);
        } catch (EOFException | ZipException e) {
            throw new Flaw(path + " is not in gzip's format");
        }
    }

    private static boolean zipped(Path path) {
        return path.toString().endsWith(".gz");
    }

    /** The sizes of its dimensions, the number of items first. */
    int[] sizes() {
        return sizes.clone();
    }

    /** Fills the target with the next bytes. */
    void read(byte[] target) throws IOException {
        if (fill(target) < target.length) {
            throw wrongSize(found);
        }
    }

    /** To be called after the last item: nothing may follow. */
    void requireEnd() throws IOException {
        var rest = new byte[BUFFER];
        while (fill(rest) == rest.length) {
            // only to know how much there is
        }
        if (found > expected) {
            throw wrongSize(found);
        }
    }

    private int fill(byte[] target) throws IOException {
        var length = 0;
        try {
            while (length < target.length) {
                var more = stream.read(target, length, target.length - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
        } catch (EOFException e) {
            // gzip's way to say that the file ends too early: what was found is counted
        } catch (ZipException e) {
            throw new Flaw(
                    path + " is damaged after " + (found + length) + " decompressed bytes (" + e.getMessage() + ")");
        }
        found += length;
        return length;
    }

    private Flaw wrongSize(long actual) {
        return new Flaw(
                path + (actual < expected ? " is cut short" : " is too long") + ": expected " + expected + " bytes"
                        + (zipped(path) ? " after decompression" : "") + " (" + describeSizes() + "), found " + actual);
    }

    private String describeSizes() {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

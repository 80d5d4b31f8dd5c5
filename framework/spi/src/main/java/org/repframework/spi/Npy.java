package org.repframework.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files in numpy's {@code .npy} format, version 1.0, little endian, in C order, so that {@code numpy.load} opens what
 * the framework keeps.
 */
public final class Npy {

    /** 64-bit floating point. */
    public static final String FLOAT64 = "<f8";
    /** 32-bit floating point. */
    public static final String FLOAT32 = "<f4";
    /** 32-bit integers. */
    public static final String INT32 = "<i4";
    /** Unsigned bytes. */
    public static final String UINT8 = "|u1";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\),? *\\}\\s*");

    /** @param offset where the values begin, in bytes */
    public record Header(String type, int[] shape, long offset) {}

    private Npy() {}

    /** The bytes before the values: a multiple of 64. */
    public static byte[] header(String type, int... shape) {
        var sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        var tuple = shape.length == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
        var text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + tuple + ", }";
        var length = (MAGIC.length + 2 + text.length() + 1 + 63) / 64 * 64;
        var header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).putShort((short) (length - MAGIC.length - 2));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** @throws IOException if the file does not begin with a header as {@link #header} writes it */
    public static Header readHeader(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return readHeader(channel, file);
        }
    }

    private static Header readHeader(FileChannel channel, Path file) throws IOException {
        var start = ByteBuffer.allocate(MAGIC.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, start, 0, file);
        if (!Arrays.equals(start.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException(file + " is not an .npy file of version 1.0");
        }
        var text = ByteBuffer.allocate(start.getShort(MAGIC.length) & 0xffff);
        fill(channel, text, start.capacity(), file);
        var header = HEADER.matcher(new String(text.array(), StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new IOException(file + " has an .npy header that this version does not read");
        }
        var shape = Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Header(header.group(1), shape, (long) start.capacity() + text.capacity());
    }

    public static byte[] bytes(Matrix matrix) {
        var values = matrix.toArray();
        var header = header(FLOAT64, matrix.rows(), matrix.columns());
        var buffer = ByteBuffer.allocate(header.length + values.length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }

    public static byte[] bytes(IntVector vector) {
        var values = vector.toArray();
        var header = header(INT32, values.length);
        var buffer = ByteBuffer.allocate(header.length + values.length * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        buffer.asIntBuffer().put(values);
        return buffer.array();
    }

    /** @throws IOException if the file is not a whole two-dimensional array of {@link #FLOAT64} */
    public static Matrix readMatrix(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = require(readHeader(channel, file), FLOAT64, 2, file);
            var values = new double[Math.multiplyExact(header.shape()[0], header.shape()[1])];
            var bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(channel, bytes, header.offset(), file);
            bytes.flip().asDoubleBuffer().get(values);
            return Matrix.of(header.shape()[0], header.shape()[1], values);
        }
    }

    /** @throws IOException if the file is not a whole one-dimensional array of {@link #INT32} */
    public static IntVector readIntVector(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = require(readHeader(channel, file), INT32, 1, file);
            var values = new int[header.shape()[0]];
            var bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(channel, bytes, header.offset(), file);
            bytes.flip().asIntBuffer().get(values);
            return IntVector.of(values);
        }
    }

    static Header require(Header header, String type, int dimensions, Path file) throws IOException {
        if (!header.type().equals(type) || header.shape().length != dimensions) {
            throw new IOException(file + " holds " + header.type() + " in " + header.shape().length
                    + " dimensions; expected " + type + " in " + dimensions);
        }
        return header;
    }

    static void fill(FileChannel channel, ByteBuffer target, long position, Path file) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException(file + " is cut short");
            }
        }
    }
}

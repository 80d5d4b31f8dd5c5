package org.repframework.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.repframework.engine.problem.Code;

/**
 * What stands before the values of an {@code .npy} file, as anyone's numpy wrote it (NEP 1; versions 1 to 3).
 *
 * @param samples rows
 * @param units columns; 1 for an array of one dimension
 * @param columnwise whether the values stand column by column (Fortran order)
 * @param offset where they begin, in bytes
 */
record NpyHeader(NpyType type, ByteOrder order, long samples, int units, boolean columnwise, long offset) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z]\\w*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");

    /** @param name of the file, as the user gave it */
    static NpyHeader read(FileChannel channel, String name) throws IOException, UnusableInput {
        var start = bytes(channel, 0, MAGIC.length + 2, name);
        if (!Arrays.equals(start.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw unusable(name + " is not an .npy file: it does not begin with \\x93NUMPY");
        }
        var version = start.get(MAGIC.length);
        if (version < 1 || version > 3) {
            throw unusable(name + " is an .npy file of version " + version + "; versions 1 to 3 are read");
        }
        var width = version == 1 ? Short.BYTES : Integer.BYTES;
        var size = bytes(channel, start.capacity(), width, name);
        var length = version == 1 ? size.getShort(0) & 0xffff : size.getInt(0);
        if (length < 0 || length > LONGEST) {
            throw unusable(
                    name + " has an .npy header of " + Integer.toUnsignedString(length) + " bytes: it is damaged");
        }
        var offset = (long) start.capacity() + width;
        var text = new String(bytes(channel, offset, length, name).array(), StandardCharsets.UTF_8);
        return parse(text, offset + length, name);
    }

    private static NpyHeader parse(String text, long offset, String name) throws UnusableInput {
        var type = find(TYPE, text, name);
        var order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var kind = NpyType.find(type.group(2))
                .orElseThrow(() -> new UnusableInput(
                        Code.UNREADABLE_FILE,
                        name + " holds values of the type " + type.group(2) + "; what is read is " + NpyType.titles(),
                        "convert it in Python: numpy.save('other.npy', x.astype('float32'))"));
        var shape = find(SHAPE, text, name).group(1);
        var sizes = Arrays.stream(shape.split(","))
                .map(size -> size.replace("L", "").strip())
                .filter(size -> !size.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        if (sizes.length < 1 || sizes.length > 2) {
            throw shape(name, sizes);
        }
        var units = sizes.length == 1 ? 1 : sizes[1];
        if (sizes[0] < 1 || units < 1 || units > Integer.MAX_VALUE) {
            throw unusable(name + " has the shape " + title(sizes) + ": there is nothing to compare");
        }
        var columnwise = find(ORDER, text, name).group(1).equals("True") && units > 1;
        return new NpyHeader(kind, order, sizes[0], (int) units, columnwise, offset);
    }

    private static Matcher find(Pattern pattern, String text, String name) throws UnusableInput {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw unusable(name + " has an .npy header that is not one of a plain array: " + text.strip());
        }
        return found;
    }

    private static UnusableInput shape(String name, long[] sizes) {
        return new UnusableInput(
                Code.UNREADABLE_FILE,
                name + " has the shape " + title(sizes) + "; what is compared is samples x units",
                switch (sizes.length) {
                    case 4 ->
                        "for channels as units and positions as samples, in Python (images, channels, height, width): "
                                + "x.transpose(0, 2, 3, 1).reshape(-1, x.shape[1]); or one sample an image: "
                                + "x.mean(axis=(2, 3))";
                    case 0 -> "save an array of one row a sample and one column a unit";
                    default -> "save it in Python as x.reshape(len(x), -1), if its first axis is the samples";
                });
    }

    private static String title(long[] sizes) {
        return Arrays.toString(sizes).replace('[', '(').replace(']', ')');
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int count, String name)
            throws IOException, UnusableInput {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw unusable(name + " ends within its .npy header: it is damaged");
            }
        }
        return bytes;
    }

    private static UnusableInput unusable(String cause) {
        return new UnusableInput(Code.UNREADABLE_FILE, cause, "");
    }

    /** Bytes of all values. */
    long size() {
        return samples * units * type.width();
    }
}

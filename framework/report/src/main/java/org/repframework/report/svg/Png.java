package org.repframework.report.svg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Images of 8 bits a channel as PNG (ISO/IEC 15948), without filters. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUE_COLOUR = 2;
    private static final int INDEXED = 3;

    private Png() {}

    /** @param pixels height x width x 3: red, green, blue */
    public static byte[] trueColour(int width, int height, byte[] pixels) {
        return encode(width, height, TRUE_COLOUR, new byte[0], pixels);
    }

    /**
     * @param colours at most 256, three bytes each
     * @param pixels height x width, positions in {@code colours}
     */
    public static byte[] indexed(int width, int height, byte[] colours, byte[] pixels) {
        return encode(width, height, INDEXED, colours, pixels);
    }

    static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static byte[] encode(int width, int height, int colourType, byte[] colours, byte[] pixels) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) colourType);
        chunk(png, "IHDR", header.array());
        if (colourType == INDEXED) {
            chunk(png, "PLTE", colours);
        }
        chunk(png, "IDAT", deflated(lines(height, pixels)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each line of pixels behind a byte 0, "no filter". */
    private static byte[] lines(int height, byte[] pixels) {
        var stride = pixels.length / height;
        var lines = new byte[height * (stride + 1)];
        for (var row = 0; row < height; row++) {
            System.arraycopy(pixels, row * stride, lines, row * (stride + 1) + 1, stride);
        }
        return lines;
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            var result = new ByteArrayOutputStream();
            var buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                result.write(buffer, 0, deflater.deflate(buffer));
            }
            return result.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(name);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}

package org.repframework.plugin.datasets;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.repframework.spi.ImageShape;

/** From the bytes of a picture file to pixels. Transparency is dropped, 16-bit samples are cut to 8. */
final class ImageDecoder {

    /** @param warning what the file's reader complained about, for example that it ends early */
    record Decoded(ImageShape shape, byte[] pixels, Optional<String> warning) {}

    @FunctionalInterface
    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private ImageDecoder() {}

    /** Height, width and channels, from the file's header. */
    static ImageShape shape(byte[] file) throws IOException {
        return with(file, reader -> {
            var types = reader.getImageTypes(0);
            if (!types.hasNext()) {
                throw new IOException("colours in an unknown form");
            }
            return new ImageShape(
                    reader.getHeight(0),
                    reader.getWidth(0),
                    channels(types.next().getColorModel()));
        });
    }

    /** @return height x width x channels, a grey picture with one channel */
    static Decoded decode(byte[] file) throws IOException {
        return with(file, reader -> {
            var warnings = new String[1];
            reader.addIIOReadWarningListener((source, warning) -> warnings[0] = warning);
            var image = reader.read(0);
            var shape = new ImageShape(image.getHeight(), image.getWidth(), channels(image.getColorModel()));
            var pixels = shape.channels() == 1 ? grey(image) : colour(image);
            return new Decoded(shape, pixels, Optional.ofNullable(warnings[0]));
        });
    }

    /** Red, green and blue from grey. */
    static byte[] widen(byte[] grey) {
        var pixels = new byte[3 * grey.length];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = grey[i / 3];
        }
        return pixels;
    }

    private static <T> T with(byte[] file, Reading<T> reading) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("neither JPEG nor PNG nor BMP");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return reading.read(reader);
            } catch (EOFException e) {
                throw new IOException("it ends too early", e);
            } catch (RuntimeException e) {
                // the JDK's readers meet some damaged files with unchecked exceptions
                throw new IOException(e.toString(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static int channels(ColorModel colours) {
        return colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? 1 : 3;
    }

    /** The stored samples: {@code getRGB} would apply the grey colour space's gamma. */
    private static byte[] grey(BufferedImage image) {
        var raster = image.getRaster();
        var samples = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        var bits = image.getSampleModel().getSampleSize(0);
        var pixels = new byte[samples.length];
        for (var i = 0; i < samples.length; i++) {
            pixels[i] = (byte) (samples[i] >> bits - 8);
        }
        return pixels;
    }

    private static byte[] colour(BufferedImage image) {
        var colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var pixels = new byte[3 * colours.length];
        for (var i = 0; i < colours.length; i++) {
            pixels[3 * i] = (byte) (colours[i] >> 16);
            pixels[3 * i + 1] = (byte) (colours[i] >> 8);
            pixels[3 * i + 2] = (byte) colours[i];
        }
        return pixels;
    }
}

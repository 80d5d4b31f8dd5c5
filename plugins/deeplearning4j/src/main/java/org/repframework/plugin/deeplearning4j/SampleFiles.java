package org.repframework.plugin.deeplearning4j;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.plugin.deeplearning4j.network.NativeFloats;
import org.repframework.spi.Npy;
import org.repframework.spi.Samples;

/** Files that the blocks of recordings are appended to, one for each recording. */
final class SampleFiles implements AutoCloseable {

    private final List<Samples> samples = new ArrayList<>();
    private final List<OutputStream> streams = new ArrayList<>();

    /** A file for one more recording, of so many samples. */
    void open(Path file, int images, int samplesPerImage, int units) throws IOException {
        var rows = Math.multiplyExact(images, samplesPerImage);
        var stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        streams.add(stream);
        samples.add(new Samples(file, rows, units, samplesPerImage));
        stream.write(Npy.header(Npy.FLOAT32, rows, units));
    }

    /** @param blocks one for each recording (rows x units) */
    void add(List<INDArray> blocks) throws IOException {
        for (var i = 0; i < blocks.size(); i++) {
            var values = NativeFloats.take(blocks.get(i));
            var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            streams.get(i).write(bytes.array());
        }
    }

    /** The written recordings, in the order of their opening. */
    List<Samples> finish() throws IOException {
        for (var stream : streams) {
            stream.close();
        }
        return List.copyOf(samples);
    }

    @Override
    public void close() throws IOException {
        for (var stream : streams) {
            stream.close();
        }
    }
}

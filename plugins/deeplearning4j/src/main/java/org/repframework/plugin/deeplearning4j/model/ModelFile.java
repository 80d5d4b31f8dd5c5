package org.repframework.plugin.deeplearning4j.model;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.nd4j.linalg.factory.Nd4j;
import org.repframework.spi.Architecture;
import org.repframework.spi.Network;
import org.repframework.spi.Network.Normalisation;

/**
 * A network as a Deeplearning4j model file: {@code configuration.json}, {@code coefficients.bin} and, the
 * standardisation of pixels 0..255, {@code normalizer.bin}. Equal networks make equal bytes.
 */
public final class ModelFile {

    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelFile() {}

    /** Writes the file and describes the whole network. */
    public static Network write(
            Path file,
            Architecture architecture,
            List<String> classNames,
            Normalisation normalisation,
            int frozen,
            List<LayerWeights> weights)
            throws IOException {
        var coefficients = Coefficients.pack(LearnedLayer.of(architecture), weights);
        try (var channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            var configuration = Configuration.json(architecture).getBytes(StandardCharsets.UTF_8);
            add(zip, "configuration.json", stream -> stream.write(configuration));
            add(zip, "coefficients.bin", stream -> write(coefficients, stream));
            add(zip, "normalizer.bin", stream -> stream.write(bytes(normalisation)));
            zip.finish();
            zip.flush();
            channel.force(true);
        }
        return new Network(
                architecture, classNames, normalisation, frozen, weights.get(0).filters(), file);
    }

    /** Describes a network that has been written. */
    public static Network open(
            Path file, Architecture architecture, List<String> classNames, Normalisation normalisation, int frozen)
            throws IOException {
        var weights = read(file, architecture);
        return new Network(
                architecture, classNames, normalisation, frozen, weights.get(0).filters(), file);
    }

    /** The weights, bit for bit as they were written. */
    public static List<LayerWeights> read(Network network) throws IOException {
        return read(network.model(), network.architecture());
    }

    private static List<LayerWeights> read(Path file, Architecture architecture) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var stream = zip.getInputStream(zip.getEntry("coefficients.bin"));
                // all at once: ND4J reads byte by byte
                var coefficients = Nd4j.read(new ByteArrayInputStream(stream.readAllBytes()))) {
            return Coefficients.unpack(
                    LearnedLayer.of(architecture), coefficients.data().asFloat());
        }
    }

    /** What an entry holds; written twice, first for its size and checksum. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream stream) throws IOException;
    }

    private static void write(float[] coefficients, OutputStream stream) throws IOException {
        try (var vector = Nd4j.create(coefficients, new long[] {1, coefficients.length}, DataType.FLOAT)) {
            var data = new DataOutputStream(stream);
            Nd4j.write(vector, data);
            data.flush();
        }
    }

    private static byte[] bytes(Normalisation normalisation) throws IOException {
        var bytes = new ByteArrayOutputStream();
        NormalizerSerializer.getDefault()
                .write(new NormalizerStandardize(row(normalisation.mean()), row(normalisation.deviation())), bytes);
        return bytes.toByteArray();
    }

    private static INDArray row(List<Double> values) {
        var floats = new float[values.size()];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return Nd4j.create(floats, new long[] {1, floats.length}, DataType.FLOAT);
    }

    // Stored, not deflated: weights do not shrink, and the bytes do not hang on the version of zlib.
    private static void add(ZipOutputStream zip, String name, Content content) throws IOException {
        var checksum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        var counter = new DataOutputStream(new BufferedOutputStream(checksum));
        content.write(counter);
        counter.flush();
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(counter.size());
        entry.setCrc(checksum.getChecksum().getValue());
        entry.setTimeLocal(SOME_TIME);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }
}

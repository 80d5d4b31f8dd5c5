package org.repframework.plugin.deeplearning4j.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
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
        var coefficients = Coefficients.pack(WeightedLayer.of(architecture), weights);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "configuration.json", Configuration.json(architecture).getBytes(StandardCharsets.UTF_8));
            add(zip, "coefficients.bin", bytes(coefficients));
            add(zip, "normalizer.bin", bytes(normalisation));
        }
        return new Network(
                architecture, classNames, normalisation, frozen, weights.get(0).filters(), file);
    }

    /** The weights, bit for bit as they were written. */
    public static List<LayerWeights> read(Network network) throws IOException {
        try (var zip = new ZipFile(network.model().toFile());
                var stream = zip.getInputStream(zip.getEntry("coefficients.bin"));
                // all at once: ND4J reads byte by byte
                var coefficients = Nd4j.read(new ByteArrayInputStream(stream.readAllBytes()))) {
            return Coefficients.unpack(
                    WeightedLayer.of(network.architecture()),
                    coefficients.data().asFloat());
        }
    }

    private static byte[] bytes(float[] coefficients) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var vector = Nd4j.create(coefficients, new long[] {1, coefficients.length}, DataType.FLOAT);
                var stream = new DataOutputStream(bytes)) {
            Nd4j.write(vector, stream);
        }
        return bytes.toByteArray();
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
    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(SOME_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

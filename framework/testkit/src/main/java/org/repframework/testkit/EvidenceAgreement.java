package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;

/** Whether samples, Gram matrix and joint moments are of the same recording. */
final class EvidenceAgreement {

    /** Of the largest value: both are made of the same floats. */
    private static final double TOLERANCE = 1e-9;

    private EvidenceAgreement() {}

    static void check(ActivationMatrix samples, RecordingDescription described) {
        assertEquals(described.samples(), samples.samples(), "the number of samples is not the one described");
        assertEquals(described.units(), samples.units(), "the number of units is not the one described");
        assertEquals(0, samples.samples() % samples.samplesPerImage(), "samples that are not of whole images");
    }

    /** @param moments of the recording with itself */
    static void check(ActivationMatrix samples, JointMoments moments) throws IOException {
        var matrix = samples.matrix();
        var own = new Activations(matrix, matrix).moments();
        assertEquals(moments.samples(), own.samples(), "the number of samples");
        near(moments.meanX(), own.meanX(), "the means of the samples are not those of the joint moments");
        near(moments.xx(), own.xx(), "the products of the samples are not those of the joint moments");
    }

    static void check(ActivationMatrix samples, Gram gram) throws IOException {
        assertEquals(samples.units(), gram.units(), "the number of units");
        var matrix = samples.matrix();
        var centred = Activations.centred(matrix, Activations.mean(matrix));
        near(
                Activations.product(centred, centred.transposed()),
                gram.values(),
                "the Gram matrix is not that of the centred samples");
    }

    private static void near(Matrix expected, Matrix actual, String otherwise) {
        assertEquals(expected.rows() + "x" + expected.columns(), actual.rows() + "x" + actual.columns(), otherwise);
        var scale = 0.0;
        for (var value : expected.toArray()) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (var row = 0; row < expected.rows(); row++) {
            for (var column = 0; column < expected.columns(); column++) {
                var difference = Math.abs(expected.at(row, column) - actual.at(row, column));
                assertTrue(difference <= TOLERANCE * scale, otherwise + " at row " + row + ", column " + column);
            }
        }
    }
}

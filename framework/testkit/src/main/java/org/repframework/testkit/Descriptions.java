package org.repframework.testkit;

import java.util.Arrays;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Dataset;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.Gram;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Network;
import org.repframework.spi.Prediction;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Samples;

/** What describes an artifact that exists. */
final class Descriptions {

    private Descriptions() {}

    static Inputs<Description> of(Inputs<Artifact> inputs) {
        return new Inputs<>(inputs.all().stream()
                .map(input -> new Inputs.Input<>(input.slot(), input.labels(), of(input.value())))
                .toList());
    }

    static Description of(Artifact artifact) {
        if (artifact instanceof Dataset dataset) {
            return of(dataset);
        }
        if (artifact instanceof Examples examples) {
            return of(examples);
        }
        if (artifact instanceof Network network) {
            return of(network);
        }
        if (artifact instanceof JointMoments moments) {
            return new Description.OfMoments(
                    new RecordingDescription("x", "sum", moments.unitsX(), moments.samples()),
                    new RecordingDescription("y", "sum", moments.unitsY(), moments.samples()));
        }
        if (artifact instanceof Samples samples) {
            return recorded(Samples.class, samples.units(), samples.samples());
        }
        if (artifact instanceof Gram gram) {
            return recorded(Gram.class, gram.units(), gram.samples());
        }
        if (artifact instanceof CorrelationMatrix correlation) {
            return new Description.OfCorrelation(
                    correlation.values().rows(), correlation.values().columns());
        }
        if (artifact instanceof Prediction prediction) {
            return new Description.OfPrediction(prediction.unitsX(), prediction.unitsY());
        }
        return Description.of(artifact.getClass());
    }

    private static Description recorded(Class<? extends Artifact> type, int units, long samples) {
        return new Description.OfRecorded(type, new RecordingDescription("layer", "sum", units, samples));
    }

    static Description.OfDataset of(Dataset dataset) {
        return new Description.OfDataset(of(dataset.train()), of(dataset.test()));
    }

    static Description.OfExamples of(Examples examples) {
        var counts = new Integer[examples.classNames().size()];
        Arrays.fill(counts, 0);
        examples.labels().stream().forEach(label -> counts[label]++);
        return new Description.OfExamples(
                Arrays.asList(counts), examples.pixels().shape(), examples.classNames());
    }

    static Description.OfNetwork of(Network network) {
        return new Description.OfNetwork(network.architecture(), network.classNames(), network.frozen());
    }
}

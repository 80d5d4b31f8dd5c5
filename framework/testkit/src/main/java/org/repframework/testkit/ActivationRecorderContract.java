package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.ActivationRecorder.Pair;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Examples;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Network;
import org.repframework.spi.Ports;
import org.repframework.spi.Recording;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * The contract of an {@link ActivationRecorder}: the joint moments of a recording with itself and with every other
 * reading, and the samples and Gram matrix of each, which agree with them. Out of the ordinary are {@code one image}, from which a result is expected, and {@code no images}, {@code images
 * of another shape} and {@code a diverged network}, from which a failure is.
 */
public abstract class ActivationRecorderContract<S extends Record> extends ReaderContract<S> {

    @Override
    protected abstract ActivationRecorder<S> stage();

    /** What differs from {@link #settings()} in further recordings with as many samples, for example other layers. */
    protected List<Map<String, Object>> otherReadings() {
        return List.of();
    }

    /** What differs from {@link #settings()} in recordings by frequency. */
    protected List<Map<String, Object>> frequencyReadings() {
        return List.of();
    }

    /** Whether the recorder delivers samples and Gram matrices; else it says so with a failure. */
    protected boolean deliversSamples() {
        return true;
    }

    @Test
    public final void samplesAgreeWithTheJointMoments() throws Exception {
        var images = ordinary().one("images", Examples.class);
        var recordings = recordings(bound(), ordinary());
        if (!deliversSamples()) {
            assertThrows(StageFailure.class, () -> stage().samples(recordings, images, context(1, 1)));
            return;
        }
        var samples = stage().samples(recordings, images, context(1, 1));
        assertEquals(recordings.size(), samples.size(), "the number of results");
        var described = describe(bound(), ordinary(), seeds(1)).byName();
        for (var i = 0; i < recordings.size(); i++) {
            EvidenceAgreement.check(samples.get(i), ((Description.OfMoments) described.get(i + ", " + i)).x());
            var itself = new Pair<>(recordings.get(i), recordings.get(i));
            var moments = stage().jointMoments(List.of(itself), images, context(1, 1));
            EvidenceAgreement.check(samples.get(i), moments.get(0));
            var alone = stage().samples(List.of(recordings.get(i)), images, context(1, 1));
            assertEquals(
                    alone.get(0).matrix(),
                    samples.get(i).matrix(),
                    "recording " + i + " of " + recordings.size() + " has other samples than alone");
        }
    }

    @Test
    public final void gramMatricesAreThoseOfTheSamples() throws Exception {
        var images = ordinary().one("images", Examples.class);
        var recordings = recordings(bound(), ordinary());
        if (!deliversSamples()) {
            assertThrows(StageFailure.class, () -> stage().grams(recordings, images, context(1, 1)));
            return;
        }
        var samples = stage().samples(recordings, images, context(1, 1));
        var grams = stage().grams(recordings, images, context(1, 1));
        assertEquals(recordings.size(), grams.size(), "the number of results");
        for (var i = 0; i < recordings.size(); i++) {
            EvidenceAgreement.check(samples.get(i), grams.get(i));
        }
    }

    @Test
    public final void momentsByFrequencyAreAsDescribed() throws Exception {
        assumeFalse(frequencyReadings().isEmpty(), "frequencyReadings() is empty");
        var images = ordinary().one("images", Examples.class);
        var network = ordinary().one("network", Network.class);
        var recordings = new ArrayList<Recording<S>>();
        for (var changes : frequencyReadings()) {
            recordings.add(new Recording<>(boundWith(changes), network));
        }
        var pairs = recordings.stream()
                .map(recording -> new Pair<>(recording, recording))
                .toList();
        var together = byFrequency(pairs, images);
        assertEquals(pairs.size(), together.size(), "the number of results");
        for (var i = 0; i < pairs.size(); i++) {
            var moments = together.get(i);
            var described =
                    stage().describe(recordings.get(i).settings(), Descriptions.of(network), Descriptions.of(images));
            assertTrue(described.byFrequency(), "the recording is not described by frequency");
            assertEquals(described.samples(), moments.samples(), "the number of samples is not the one described");
            assertEquals(described.units(), moments.unitsX(), "the number of units is not the one described");
            assertEquals(moments.xx(), moments.yy(), "xx and yy of a recording with itself");
            assertEquals(moments.xx(), moments.xy(), "xx and xy of a recording with itself");
            same(
                    Footprint.of(byFrequency(List.of(pairs.get(i)), images).get(0)),
                    Footprint.of(moments),
                    "recording " + i + " of " + pairs.size() + " has other moments by frequency than alone");
        }
    }

    private List<FrequencyMoments> byFrequency(List<Pair<S>> pairs, Examples images) throws Exception {
        return stage().frequencyMoments(pairs, images, context(1, 1));
    }

    @Test
    public final void aRecordingWithItselfHasEqualSides() throws Exception {
        var moments = (JointMoments) call(context(1, 1)).succeeded().byName().get("0, 0");
        assertEquals(moments.xx(), moments.yy(), "xx and yy");
        assertEquals(moments.xx(), moments.xy(), "xx and xy");
        assertEquals(moments.meanX(), moments.meanY(), "meanX and meanY");
        assertEquals(moments.largestX(), moments.largestY(), "largestX and largestY");
    }

    @Test
    public final void aPairDoesNotDependOnTheOtherPairs() throws Exception {
        var images = ordinary().one("images", Examples.class);
        var pairs = new ArrayList<>(pairs(bound(), ordinary()).values());
        var together = stage().jointMoments(pairs, images, context(1, 1));
        assertEquals(pairs.size(), together.size(), "the number of results");
        for (var i = 0; i < pairs.size(); i++) {
            var alone = stage().jointMoments(List.of(pairs.get(i)), images, context(1, 1));
            same(
                    Footprint.of(alone.get(0)),
                    Footprint.of(together.get(i)),
                    "pair " + i + " of " + pairs.size() + " has other moments than alone");
        }
    }

    @Test
    public final void aLayerThatDoesNotExistIsRefusedWithThoseThatDo() throws Exception {
        var layer = Arrays.stream(stage().settings().getRecordComponents())
                .filter(component -> component.getName().equals("layer") && component.getType() == String.class)
                .findFirst();
        assumeTrue(layer.isPresent(), "there is no setting 'layer'");
        var refusal = assertThrows(
                Refusal.class,
                () -> describe(SettingsRecord.with(bound(), layer.get(), "no such layer"), ordinary(), seeds(1)));
        assertEquals("no such layer", refusal.value(), "the offending name");
        assertFalse(refusal.possible().isEmpty(), "the refusal does not say which layers there are");
    }

    @Override
    final Ports<Description> describe(S settings, Inputs<Artifact> given, Seeds seeds) throws Exception {
        var network = Descriptions.of(given.one("network", Network.class));
        var images = Descriptions.of(given.one("images", Examples.class));
        var described = new LinkedHashMap<String, Description>();
        for (var entry : pairs(settings, given).entrySet()) {
            described.put(
                    entry.getKey(),
                    new Description.OfMoments(
                            stage().describe(entry.getValue().x().settings(), network, images),
                            stage().describe(entry.getValue().y().settings(), network, images)));
        }
        return new Ports<>(described);
    }

    @Override
    final Ports<Artifact> run(S settings, Inputs<Artifact> given, StageContext context) throws Exception {
        var pairs = pairs(settings, given);
        var moments = stage().jointMoments(List.copyOf(pairs.values()), given.one("images", Examples.class), context);
        var ports = new LinkedHashMap<String, Artifact>();
        for (var name : pairs.keySet()) {
            ports.put(name, moments.get(ports.size()));
        }
        return new Ports<>(ports);
    }

    /** The ordinary recording and the others. */
    private List<Recording<S>> recordings(S settings, Inputs<Artifact> given) throws Exception {
        var network = given.one("network", Network.class);
        var recordings = new ArrayList<Recording<S>>();
        recordings.add(new Recording<>(settings, network));
        for (var changes : otherReadings()) {
            recordings.add(new Recording<>(boundWith(changes), network));
        }
        return recordings;
    }

    /** The ordinary recording with itself and the others, and each other with itself. */
    private Map<String, Pair<S>> pairs(S settings, Inputs<Artifact> given) throws Exception {
        var recordings = recordings(settings, given);
        var pairs = new LinkedHashMap<String, Pair<S>>();
        for (var i = 0; i < recordings.size(); i++) {
            pairs.put("0, " + i, new Pair<>(recordings.get(0), recordings.get(i)));
            pairs.put(i + ", " + i, new Pair<>(recordings.get(i), recordings.get(i)));
        }
        return pairs;
    }
}

package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Examples;
import org.repframework.spi.Images;
import org.repframework.spi.Images.Patch;
import org.repframework.spi.Network;
import org.repframework.spi.PatchRecorder;
import org.repframework.spi.Recording;

/**
 * The contract of a {@link PatchRecorder}. Out of the ordinary are {@code one image}, from which a result is expected,
 * and {@code no images}, {@code images of another shape} and {@code a diverged network}, from which a failure is.
 */
public abstract class PatchRecorderContract<S extends Record> extends ReaderContract<S> {

    @Override
    protected abstract PatchRecorder<S> stage();

    /** What differs from {@link #settings()} in further recordings, for example other layers. */
    protected List<Map<String, Object>> otherReadings() {
        return List.of();
    }

    @Test
    public final void patchesArePartsOfTheirImagesStrongestFirst() throws Exception {
        var images = ordinary().one("images", Examples.class);
        var recorded = together();
        for (var result : recorded) {
            var numbers = new HashSet<Integer>();
            for (var unit = 0; unit < result.units().size(); unit++) {
                check(result, unit, images);
                result.units().get(unit).forEach(patch -> numbers.add(patch.number()));
            }
            var all = result.units().stream().mapToInt(List::size).sum();
            assertEquals(all, numbers.size(), "patches of '" + result.layer() + "' share a number");
            assertEquals(all, result.pixels().count(), "the number of patches of '" + result.layer() + "'");
        }
        assertTrue(
                recorded.stream().anyMatch(result -> result.pixels().count() > 0),
                "there is no patch in any recording");
    }

    @Test
    public final void aRecordingDoesNotDependOnTheOthers() throws Exception {
        var images = ordinary().one("images", Examples.class);
        var recordings = recordings();
        var together = together();
        assertEquals(recordings.size(), together.size(), "the number of results");
        for (var i = 0; i < recordings.size(); i++) {
            var alone = stage().record(List.of(recordings.get(i)), images, context(1, 1));
            same(
                    Footprint.of(alone.get(0)),
                    Footprint.of(together.get(i)),
                    "recording " + i + " of " + recordings.size() + " has other patches than alone");
        }
    }

    private static void check(Images result, int unit, Examples images) {
        var place = "unit " + unit + " of '" + result.layer() + "'";
        var before = Double.POSITIVE_INFINITY;
        var seen = new HashSet<Integer>();
        for (var patch : result.units().get(unit)) {
            assertTrue(
                    0 < patch.activation() && patch.activation() <= before,
                    () -> place + " has a patch that is not above 0 or out of order: " + patch);
            assertTrue(
                    0 <= patch.image() && patch.image() < images.count(),
                    () -> place + " has a patch of an image that does not exist: " + patch);
            assertTrue(seen.add(patch.image()), () -> place + " has two patches of image " + patch.image());
            before = patch.activation();
            checkPixels(place, result, patch, images);
        }
    }

    /** Every pixel is that of the image, or 0 because the unit does not read it. */
    private static void checkPixels(String place, Images result, Patch patch, Examples images) {
        var shape = result.pixels().shape();
        var whole = images.pixels().shape();
        var shown = new byte[shape.size()];
        var image = new byte[whole.size()];
        result.pixels().read(patch.number(), shown, 0);
        images.pixels().read(patch.image(), image, 0);
        for (var i = 0; i < shown.length; i++) {
            var row = patch.top() + i / (shape.width() * shape.channels());
            var column = patch.left() + i / shape.channels() % shape.width();
            var inside = 0 <= row && row < whole.height() && 0 <= column && column < whole.width();
            var at = (row * whole.width() + column) * whole.channels() + i % shape.channels();
            assertTrue(
                    shown[i] == 0 || inside && shown[i] == image[at],
                    () -> place + " has a patch that is no part of its image: " + patch);
        }
    }

    private List<Images> together() throws Exception {
        return stage().record(recordings(), ordinary().one("images", Examples.class), context(1, 1));
    }

    private List<Recording<S>> recordings() throws Exception {
        var network = ordinary().one("network", Network.class);
        var recordings = new ArrayList<Recording<S>>();
        recordings.add(new Recording<>(bound(), network));
        for (var changes : otherReadings()) {
            recordings.add(new Recording<>(boundWith(changes), network));
        }
        return recordings;
    }
}

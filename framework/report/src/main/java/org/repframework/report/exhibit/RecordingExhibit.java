package org.repframework.report.exhibit;

import org.repframework.report.svg.Numbers;
import org.repframework.spi.Gram;
import org.repframework.spi.Samples;

/** How large a recording of one layer is; too large to be shown itself. */
final class RecordingExhibit {

    private RecordingExhibit() {}

    static void add(Rendition rendition, Samples samples, Shown<?> shown) {
        rendition.fact(shown, "samples (n)", Numbers.count(samples.samples()));
        rendition.fact(shown, "samples an image", Integer.toString(samples.samplesPerImage()));
        rendition.fact(shown, "units (p)", Integer.toString(samples.units()));
        rendition.fact(shown, "activations", samples.file().toString());
    }

    static void add(Rendition rendition, Gram gram, Shown<?> shown) {
        rendition.fact(shown, "samples (n)", Numbers.count(gram.samples()));
        rendition.fact(shown, "units (p)", Integer.toString(gram.units()));
    }
}

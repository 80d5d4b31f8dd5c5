package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.repframework.report.figure.PatchGrid;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Images;
import org.repframework.spi.Table;

/** What excites each unit most, strongest first. */
final class PatchesExhibit {

    private PatchesExhibit() {}

    static void add(Rendition rendition, Images images, Patches patches, Shown<?> shown, UnitPages pages) {
        var picture = new PatchGrid(shown.title(rendition.title()), patches.shape(), patches.units());
        var name = rendition.figure(shown.suffix(), caption(patches), picture::draw, picture.data());
        rendition.pictured(shown, name);
        rendition.sheet(shown.suffix(), table(images), pages.links(images));
        rendition.fact(shown, "layer", images.layer());
        rendition.fact(
                shown,
                "patches",
                Numbers.count(images.pixels().count()) + " of "
                        + images.pixels().shape());
        var silent = neverActive(images);
        rendition.fact(
                shown,
                "units",
                silent.isEmpty()
                        ? images.units().size() + ", all of them active"
                        : CorrelationExhibit.units(images.units().size(), "never active", silent));
    }

    /** Never above 0, which a dead unit, one that never changes, need not be. */
    private static List<Integer> neverActive(Images images) {
        return IntStream.range(0, images.units().size())
                .filter(unit -> images.units().get(unit).isEmpty())
                .boxed()
                .toList();
    }

    private static String caption(Patches patches) {
        return "Of each unit the parts of images with its largest activations, strongest first."
                + (patches.reduction() > 1
                        ? " Shown smaller: " + patches.reduction() + " x " + patches.reduction() + " pixels as one."
                        : "");
    }

    private static Table table(Images images) {
        var rows = new ArrayList<List<Object>>();
        for (var unit = 0; unit < images.units().size(); unit++) {
            var patches = images.units().get(unit);
            rows.add(List.of(
                    unit,
                    patches.isEmpty() ? "" : (Object) patches.get(0).activation(),
                    patches.stream()
                            .map(patch -> Integer.toString(patch.image()))
                            .collect(Collectors.joining(" "))));
        }
        return new Table(List.of("unit", "largest-activation", "images"), rows);
    }
}

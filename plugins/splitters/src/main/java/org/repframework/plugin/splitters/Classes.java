package org.repframework.plugin.splitters;

import java.util.List;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSplitter;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;

/** Halves by meaning: a known pair of groups, or the classes that a script lists; others are left out. */
public final class Classes implements DatasetSplitter<Classes.Settings> {

    public record Settings(
            @Setting(
                    value = "a known pair of groups, the first becomes A, the second B",
                    defaultValue = KnownGroups.MAN_MADE_NATURAL,
                    choices = KnownGroups.MAN_MADE_NATURAL)
            String groups,

            @Setting(value = "classes of half A, instead of known groups; needs b", defaultValue = "")
            List<String> a,

            @Setting(value = "classes of half B, instead of known groups; needs a", defaultValue = "")
            List<String> b) {

        public Settings {
            a = List.copyOf(a);
            b = List.copyOf(b);
            if (a.isEmpty() != b.isEmpty()) {
                var missing = a.isEmpty() ? "a" : "b";
                throw Refusal.of(missing, "'" + missing + "' is missing: give the classes of both halves, 'a' and 'b'");
            }
            for (var name : a) {
                if (b.contains(name)) {
                    throw Refusal.of("b", "the class '" + name + "' is in 'a' and in 'b'; the halves must be disjoint");
                }
            }
        }
    }

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public String summary() {
        return "two named groups of classes: man-made and natural ones, or as listed";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Halves<Description.OfDataset> describe(Settings settings, Description.OfDataset dataset, Seeds seeds) {
        return halves(settings, dataset.train().classNames()).describe(dataset);
    }

    @Override
    public Halves<Dataset> split(Settings settings, Dataset dataset, StageContext context) {
        return halves(settings, dataset.train().classNames()).split(dataset);
    }

    private static ClassHalves halves(Settings settings, List<String> classNames) {
        if (settings.a().isEmpty()) {
            return KnownGroups.halves(classNames);
        }
        refuseUnknown("a", settings.a(), classNames);
        refuseUnknown("b", settings.b(), classNames);
        return ClassHalves.of(classNames, settings.a(), settings.b());
    }

    private static void refuseUnknown(String half, List<String> chosen, List<String> classNames) {
        for (var name : chosen) {
            if (!classNames.contains(name)) {
                throw Refusal.unknown(half, name, "'" + name + "' is not a class of this data set", classNames);
            }
        }
    }
}

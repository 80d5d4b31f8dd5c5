package org.repframework.plugin.splitters;

import java.util.List;
import java.util.Set;
import org.repframework.spi.Refusal;

/** Man-made and natural classes of CIFAR-10 and of the data set {@code synthetic}. */
final class KnownGroups {

    static final String MAN_MADE_NATURAL = "man-made/natural";

    private static final Set<String> MAN_MADE = Set.of(
            // CIFAR-10
            "airplane",
            "automobile",
            "ship",
            "truck",
            // synthetic
            "arrow",
            "house",
            "ladder",
            "sign",
            "wheel",
            "window");

    private static final Set<String> NATURAL = Set.of(
            // CIFAR-10
            "bird",
            "cat",
            "deer",
            "dog",
            "frog",
            "horse",
            // synthetic
            "clouds",
            "fur",
            "leaves",
            "pebbles",
            "waves",
            "wood");

    private KnownGroups() {}

    /** @throws Refusal if a class is in neither group */
    static ClassHalves halves(List<String> classNames) {
        for (var name : classNames) {
            if (!MAN_MADE.contains(name) && !NATURAL.contains(name)) {
                throw Refusal.of(
                        "groups",
                        "the class '" + name + "' is in neither of the groups '" + MAN_MADE_NATURAL
                                + "', which hold the classes of CIFAR-10 and of synthetic images; list the classes of"
                                + " the halves as 'a' and 'b'");
            }
        }
        return ClassHalves.of(classNames, MAN_MADE, NATURAL);
    }
}

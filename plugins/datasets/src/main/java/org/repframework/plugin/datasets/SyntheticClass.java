package org.repframework.plugin.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code synthetic} can draw: as many man-made things as natural surfaces, in turn. */
enum SyntheticClass {
    HOUSE(Group.MAN_MADE, Shapes::house),
    CLOUDS(Group.NATURAL, Textures::clouds),
    WHEEL(Group.MAN_MADE, Shapes::wheel),
    LEAVES(Group.NATURAL, Textures::leaves),
    SIGN(Group.MAN_MADE, Shapes::sign),
    WOOD(Group.NATURAL, Textures::wood),
    LADDER(Group.MAN_MADE, Shapes::ladder),
    PEBBLES(Group.NATURAL, Textures::pebbles),
    ARROW(Group.MAN_MADE, Shapes::arrow),
    WAVES(Group.NATURAL, Textures::waves),
    WINDOW(Group.MAN_MADE, Shapes::window),
    FUR(Group.NATURAL, Textures::fur);

    enum Group {
        MAN_MADE,
        NATURAL
    }

    private final Group group;
    private final Function<SplittableRandom, Motif> motif;

    SyntheticClass(Group group, Function<SplittableRandom, Motif> motif) {
        this.group = group;
        this.motif = motif;
    }

    /** The first classes of this enumeration, sorted by name. */
    static List<SyntheticClass> first(int count) {
        return Stream.of(values())
                .limit(count)
                .sorted(Comparator.comparing(SyntheticClass::title))
                .toList();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    Group group() {
        return group;
    }

    /** A new example of the class, in a place, size and direction of its own. */
    Motif motif(SplittableRandom random) {
        return motif.apply(random);
    }
}

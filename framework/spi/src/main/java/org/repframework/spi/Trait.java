package org.repframework.spi;

/** What may hold of a comparison of two layers; each side is transformed by itself. */
public enum Trait {
    SYMMETRIC("symmetric in its two sides"),
    PERMUTATION("permutation of units"),
    TRANSLATION("translation"),
    ISOTROPIC_SCALING("isotropic scaling"),
    /** By factors above 0. */
    UNIT_SCALING("scaling of each unit", ISOTROPIC_SCALING),
    /** Orthogonal transformations, reflections included. */
    ROTATION("rotation", PERMUTATION),
    LINEAR_MAP("invertible linear maps", PERMUTATION, ISOTROPIC_SCALING, UNIT_SCALING, ROTATION);

    private final String title;
    private final Trait[] implied;

    Trait(String title, Trait... implied) {
        this.title = title;
        this.implied = implied;
    }

    /** In words, for example {@code permutation of units}. */
    public String title() {
        return title;
    }

    boolean implies(Trait other) {
        for (var trait : implied) {
            if (trait == other) {
                return true;
            }
        }
        return this == other;
    }
}

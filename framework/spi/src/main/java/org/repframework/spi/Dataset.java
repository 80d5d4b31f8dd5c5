package org.repframework.spi;

/**
 * Labelled images in two disjoint parts with the same classes and the same shape.
 *
 * @param train without any image if there are none to train on
 * @param test at least one
 */
public record Dataset(Examples train, Examples test) implements Artifact {

    @Override
    public Artifact part(String name) {
        return switch (name) {
            case "train" -> train;
            case "test" -> test;
            default -> Artifact.super.part(name);
        };
    }
}

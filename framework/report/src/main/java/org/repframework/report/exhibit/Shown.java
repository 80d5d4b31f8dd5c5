package org.repframework.report.exhibit;

import org.repframework.spi.Artifact;

/**
 * One artifact of an exhibit.
 *
 * @param label tells it from the exhibit's others; empty if it is the only one
 * @param suffix its number in file names; empty if it is the only one
 */
record Shown<T extends Artifact>(T artifact, String label, String suffix) {

    /** A figure's title. */
    String title(String exhibit) {
        return label.isEmpty() ? exhibit : exhibit + ": " + label;
    }
}

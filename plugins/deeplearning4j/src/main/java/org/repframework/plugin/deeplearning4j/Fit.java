package org.repframework.plugin.deeplearning4j;

import org.repframework.spi.Description.OfExamples;
import org.repframework.spi.Description.OfNetwork;
import org.repframework.spi.Refusal;

/** Whether a network and images go together. */
final class Fit {

    private Fit() {}

    /** @throws Refusal naming the layers that there are, if this is none */
    static void requireLayer(String layer, OfNetwork network) {
        network.architecture().indexOf(layer);
    }

    /** @throws Refusal if there are no images, or they have another shape than the network reads */
    static void requireShape(String subject, OfNetwork network, OfExamples images) {
        if (images.count() == 0) {
            throw Refusal.of(subject, "there are no images");
        }
        var input = network.architecture().input();
        if (!input.equals(images.shape())) {
            throw Refusal.of(
                    subject,
                    "the network reads images of " + input + " (height x width x channels), these are of "
                            + images.shape());
        }
    }

    /** @throws Refusal if there is nothing to tell apart */
    static void requireSeveralClasses(String subject, OfExamples images) {
        if (images.count() == 0) {
            throw Refusal.of(subject, "there are no images");
        }
        if (images.classNames().size() < 2) {
            throw Refusal.of(
                    subject,
                    "the images are of " + images.classNames().size() + " class, " + images.classNames()
                            + "; a network that tells classes apart needs at least 2");
        }
    }

    /** @throws Refusal if the labels mean other classes than the network's outputs */
    static void requireClasses(String subject, OfNetwork network, OfExamples images) {
        var known = network.classNames();
        var given = images.classNames();
        if (known.equals(given)) {
            return;
        }
        var difference = known.size() == given.size()
                ? "the network tells " + known + " apart, these images are of " + given
                : "the network tells " + known.size() + " classes apart, these images are of " + given.size();
        throw Refusal.of(
                subject, difference + "; transfer('copy-layers', ...) makes a network for the classes of other images");
    }

    /**
     * @param doing what is done with the layers below the cut, for example {@code copied}
     * @throws Refusal if nothing would be left to learn above the cut
     */
    static void requireCut(int cut, OfNetwork donor, String doing) {
        var layers = donor.architecture().weighted().size();
        if (cut > layers - 1) {
            throw Refusal.of(
                    "layers",
                    "layers: " + cut + " of a " + donor.architecture().name() + " that has " + layers
                            + " layers with weights; 0 to " + (layers - 1) + " can be " + doing
                            + ", since the last one is made for the target's classes");
        }
    }
}

package org.repframework.plugin.summaries.paired;

import org.repframework.spi.Refusal;

/**
 * A difference of two arms, written {@code AnB - BnB}.
 *
 * @param title what a table calls it
 */
record Contrast(String title, String arm, String partner) {

    /** @throws Refusal if the text is not a difference of two arms */
    static Contrast parse(String text) {
        var sides = text.split(" - ", -1);
        if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw Refusal.of(
                    "contrasts", "'" + text + "' is not a difference of two arms; write for example 'AnB - BnB'");
        }
        return new Contrast(text, sides[0].strip(), sides[1].strip());
    }
}

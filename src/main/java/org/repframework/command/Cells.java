package org.repframework.command;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How wide a text is on a terminal: letters of East Asia and emoji take two cells, combining marks none. */
final class Cells {

    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Cells() {}

    static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /** Spaces as wide as a text, tabs kept. */
    static String blank(String text) {
        var blank = new StringBuilder();
        text.codePoints().forEach(letter -> blank.append(letter == '\t' ? "\t" : " ".repeat(of(letter))));
        return blank.toString();
    }

    private static int of(int letter) {
        var type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return WIDE.contains(UnicodeScript.of(letter)) || isWideSign(letter) ? 2 : 1;
    }

    /** CJK punctuation, full-width forms and signs, emoji. */
    private static boolean isWideSign(int letter) {
        return (letter >= 0x3000 && letter <= 0x303E)
                || (letter >= 0xFF01 && letter <= 0xFF60)
                || (letter >= 0xFFE0 && letter <= 0xFFE6)
                || (letter >= 0x1F300 && letter <= 0x1FAFF);
    }
}

package org.repframework.report.svg;

import java.util.List;

/** Estimates how wide text becomes in an unknown sans-serif font, rather too wide than too narrow. */
public final class TextWidth {

    private TextWidth() {}

    public static double of(String text, double size) {
        var width = 0.0;
        for (var i = 0; i < text.length(); i++) {
            width += width(text.charAt(i));
        }
        return width * size;
    }

    /** The text, or its beginning and an ellipsis where it would be wider. */
    static String shorten(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        var room = width / size - width('…');
        var end = 0;
        while (end < text.length() && room >= width(text.charAt(end))) {
            room -= width(text.charAt(end));
            end++;
        }
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** In one line or two, broken at a space; the second may still be too long. */
    static List<String> wrap(String text, double size, double width) {
        if (of(text, size) <= width) {
            return List.of(text);
        }
        var split = text.indexOf(' ');
        for (var space = split; space >= 0 && of(text.substring(0, space), size) <= width; ) {
            split = space;
            space = text.indexOf(' ', space + 1);
        }
        return split <= 0 ? List.of(text) : List.of(text.substring(0, split), text.substring(split + 1));
    }

    /** In units of the font size, after the wider ones of the usual fonts. */
    private static double width(char character) {
        if (character > 0x2E80) {
            return 1;
        }
        return switch (character) {
            case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '|', '\'', '!' -> 0.33;
            case ' ', 'f', 't', 'r', '(', ')', '[', ']', '/', '-' -> 0.42;
            case 'm', 'w', 'M', 'W', '%', '@', '…' -> 0.95;
            default -> Character.isUpperCase(character) ? 0.72 : 0.62;
        };
    }
}

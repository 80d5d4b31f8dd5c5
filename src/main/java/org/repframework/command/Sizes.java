package org.repframework.command;

import java.util.Locale;

/** Amounts of data for people. */
final class Sizes {

    private Sizes() {}

    static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        var value = bytes / 1e3;
        var units = new String[] {"kB", "MB", "GB", "TB"};
        var unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}

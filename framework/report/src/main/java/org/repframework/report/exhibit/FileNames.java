package org.repframework.report.exhibit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of files of one folder, made from titles: lower case, every character but a-z and 0-9 as a hyphen. Every title
 * has its name before any name with a suffix is given, so that adding an exhibit renames no other.
 */
public final class FileNames {

    private static final int LONGEST = 180;

    private final Map<String, String> byTitle = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    public FileNames(List<String> titles) {
        for (var title : titles) {
            byTitle.put(title, reserve(plain(title)));
        }
    }

    static String plain(String title) {
        var name = new StringBuilder();
        title.toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(LONGEST)
                .forEach(character -> name.append(allowed(character) ? (char) character : '-'));
        return name.isEmpty() ? "-" : name.toString();
    }

    public String of(String title) {
        return byTitle.get(title);
    }

    /** A further file of a title, or of the report itself. */
    public String fresh(String name) {
        return reserve(name);
    }

    /** The name itself or, where two titles differ only in what a file name drops, with a number. */
    private String reserve(String wanted) {
        var name = wanted;
        for (var number = 2; !taken.add(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    private static boolean allowed(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
}

package io.tapstack.model.codegen.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed from one snapshot of the facts to the next: files, and within them named lines. */
final class SnapshotDiff {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private SnapshotDiff() {}

    static SnapshotDiff between(FactsTree old, FactsTree now) {
        SnapshotDiff diff = new SnapshotDiff();
        TreeSet<String> files = new TreeSet<>(old.files().keySet());
        files.addAll(now.files().keySet());
        files.removeIf(file -> !file.endsWith(".facts"));
        for (String file : files) {
            diff.file(file, old.files().get(file), now.files().get(file));
        }
        return diff;
    }

    /** One line for each thing added ({@code +}), removed ({@code -}) or changed ({@code ~}). */
    List<String> lines() {
        return lines;
    }

    /** How many of each, for example {@code + property} 12. */
    Map<String, Integer> counts() {
        return counts;
    }

    private void file(String file, @Nullable String old, @Nullable String now) {
        if (old == null || now == null) {
            add(old == null ? '+' : '-', "file", file);
        } else if (!old.equals(now)) {
            compare(file, named(old), named(now));
        }
    }

    private void compare(String file, Map<String, String> old, Map<String, String> now) {
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            String before = old.get(key);
            String after = now.get(key);
            String kind = key.substring(key.indexOf('\t') + 1, key.indexOf(' '));
            String place = file + " " + key.replace('\t', ' ').trim();
            if (before == null) {
                add('+', kind, place);
            } else if (after == null) {
                add('-', kind, place);
            } else if (!before.equals(after)) {
                add('~', kind, place + ": " + before + " -> " + after);
            }
        }
    }

    private void add(char sign, String kind, String what) {
        counts.merge(sign + " " + kind, 1, Integer::sum);
        lines.add(sign + " " + what);
    }

    /** The lines of a file by section, kind and name. */
    private static Map<String, String> named(String text) {
        Map<String, String> named = new TreeMap<>();
        String section = "";
        for (String line : text.split("\n", -1)) {
            String[] tokens = line.split(" ", 3);
            if (tokens.length < 2) {
                continue;
            }
            if (tokens[0].equals("type")) {
                section = tokens[1];
            }
            named.put(section + "\t" + tokens[0] + " " + tokens[1], tokens.length > 2 ? tokens[2] : "");
        }
        return named;
    }
}

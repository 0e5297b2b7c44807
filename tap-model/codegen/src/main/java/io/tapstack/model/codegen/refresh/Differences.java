package io.tapstack.model.codegen.refresh;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the sources disagree, or say something that can't be taken: one line each, grouped by kind, sorted. */
final class Differences {

    private final Map<String, TreeSet<String>> byKind = new TreeMap<>();

    void add(String kind, String place) {
        byKind.computeIfAbsent(kind, k -> new TreeSet<>()).add(place);
    }

    /** The number of lines of each kind. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byKind.forEach((kind, places) -> counts.put(kind, places.size()));
        return counts;
    }

    /** The whole report. */
    String text() {
        StringBuilder text = new StringBuilder();
        byKind.forEach((kind, places) -> {
            text.append("# ").append(kind).append(": ").append(places.size()).append('\n');
            places.forEach(place -> text.append(place).append('\n'));
        });
        return text.toString();
    }
}

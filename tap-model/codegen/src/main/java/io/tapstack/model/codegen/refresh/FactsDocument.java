package io.tapstack.model.codegen.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of one facts file by section: what belongs to the whole is in the section with the empty name. */
final class FactsDocument {

    private static final List<String> KINDS =
            List.of("service", "resource", "type", "attribute", "property", "action", "key", "constraint");

    private final String name;
    private final Map<String, List<String>> sections = new TreeMap<>();

    FactsDocument(String name) {
        this.name = name;
    }

    /** The resource type, or the prefix of the IAM service. */
    String name() {
        return name;
    }

    void add(String section, String line) {
        sections.computeIfAbsent(section, s -> new ArrayList<>()).add(line);
    }

    /** Removes a line; false if the section doesn't have it. */
    boolean remove(String section, String line) {
        List<String> lines = sections.get(section);
        return lines != null && lines.remove(line);
    }

    boolean contains(String section, String line) {
        return sections.getOrDefault(section, List.of()).contains(line);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>();
        sections.values().forEach(lines -> {
            lines.sort(FactsDocument::compare);
            all.addAll(lines);
        });
        return all;
    }

    /** The content of the file. */
    String text() {
        return String.join("\n", lines()) + "\n";
    }

    private static int compare(String a, String b) {
        int kinds = Integer.compare(kind(a), kind(b));
        return kinds != 0 ? kinds : key(a).compareTo(key(b));
    }

    private static int kind(String line) {
        return KINDS.indexOf(line.substring(0, line.indexOf(' ')));
    }

    /** The name for a named line; the whole for the others. */
    private static String key(String line) {
        String[] tokens = line.split(" ", 3);
        return tokens[1] + " " + (tokens.length > 2 ? tokens[2] : "");
    }
}

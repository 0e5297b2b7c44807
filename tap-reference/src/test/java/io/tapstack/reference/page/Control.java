package io.tapstack.reference.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that templates show, the rules and requirements that prove it, and the controls of standards that it supports.
 *
 * @param shown what is shown
 * @param rules the ids of rules
 * @param requirements by pipeline, the numbers of requirements; no entry for a pipeline of which this is not said
 * @param controls by standard
 */
record Control(String shown, List<String> rules, Map<String, List<String>> requirements, Map<String, String> controls) {

    private static final List<String> PIPELINES = List.of("transaction", "data", "financial");

    /** All of them, in order. */
    static List<Control> all() {
        try (InputStream in = Control.class.getResourceAsStream("/controls/controls.txt")) {
            return parse(new String(Objects.requireNonNull(in, "controls.txt").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Control> parse(String text) {
        List<Control> all = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("= ")) {
                all.add(new Control(
                        line.substring(2), new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                all.get(all.size() - 1).add(line);
            }
        }
        return all;
    }

    private void add(String line) {
        String word = line.split(" ", 2)[0];
        List<String> items = new ArrayList<>();
        for (String item : line.substring(word.length()).split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        if (word.equals("rules")) {
            rules.addAll(items);
        } else if (PIPELINES.contains(word)) {
            requirements.put(word, items);
        } else {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw new IllegalArgumentException("not a line of a control: " + line);
            }
            controls.put(line.substring(0, colon), line.substring(colon + 2));
        }
    }
}

package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Follows the pointers with which a schema marks its properties: {@code /properties/Rules/*}{@code /Secret}. */
final class SchemaPointers {

    private static final Set<String> SILENT = Set.of("", "properties", "items", "*", "[*]");

    private final SchemaNodes nodes;

    SchemaPointers(SchemaNodes nodes) {
        this.nodes = nodes;
    }

    /** The declarations that the pointers of a list such as {@code writeOnlyProperties} mark. */
    Set<JsonNode> marked(String keyword) {
        Set<JsonNode> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (JsonNode pointer : nodes.root().path(keyword)) {
            marked.addAll(follow(pointer.asText()));
        }
        return marked;
    }

    /** The names on the way, without what stands for list elements. */
    static List<String> names(String pointer) {
        List<String> names = new ArrayList<>(Arrays.asList(pointer.split("/")));
        names.removeAll(SILENT);
        return names;
    }

    /** True if the pointer leads through list elements or map values. */
    static boolean entersElements(String pointer) {
        return pointer.contains("*") || pointer.contains("/items");
    }

    /** The declarations that a pointer leads to; none if it leads nowhere. */
    List<JsonNode> follow(String pointer) {
        List<JsonNode> current = List.of(nodes.root());
        List<String> names = names(pointer);
        if (!names.isEmpty() && names.get(0).equals("definitions") && names.size() > 1) {
            current = List.of(nodes.root().path("definitions").path(names.get(1)));
            names = names.subList(2, names.size());
        }
        for (String name : names) {
            current = step(current, name);
        }
        return current;
    }

    private List<JsonNode> step(List<JsonNode> from, String name) {
        List<JsonNode> next = new ArrayList<>();
        List<JsonNode> holders = from;
        for (int depth = 0; depth < 3 && next.isEmpty() && !holders.isEmpty(); depth++) {
            List<JsonNode> deeper = new ArrayList<>();
            for (JsonNode holder : holders) {
                next.addAll(nodes.property(holder, name));
                deeper.addAll(nodes.elements(holder));
            }
            holders = deeper;
        }
        return next;
    }
}

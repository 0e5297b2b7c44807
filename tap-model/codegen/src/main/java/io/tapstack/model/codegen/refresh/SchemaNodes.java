package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Moves around in one JSON schema: through references, {@code allOf}, and the branches of {@code oneOf} and {@code anyOf}. */
final class SchemaNodes {

    private final JsonNode root;

    SchemaNodes(JsonNode root) {
        this.root = root;
    }

    JsonNode root() {
        return root;
    }

    /** What holds together with the node: itself, what it refers to, its {@code allOf}. Itself first. */
    List<JsonNode> conjuncts(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private void collect(JsonNode node, List<JsonNode> found, Set<JsonNode> seen) {
        if (!node.isObject() || !seen.add(node)) {
            return;
        }
        found.add(node);
        if (node.has("$ref")) {
            collect(target(node.get("$ref").asText()), found, seen);
        }
        node.path("allOf").forEach(part -> collect(part, found, seen));
    }

    /** The node that a reference within the schema points to. */
    JsonNode target(String reference) {
        String prefix = "#/definitions/";
        if (!reference.startsWith("#/")) {
            throw new RefreshException("Can't follow the reference " + reference);
        }
        return reference.startsWith(prefix)
                ? root.path("definitions")
                        .path(reference.substring(prefix.length()).replace("~1", "/"))
                : root.at(reference.substring(1));
    }

    /** The sets of alternatives among the node's conjuncts: the branches of each {@code oneOf} and {@code anyOf}. */
    List<List<JsonNode>> alternatives(JsonNode node) {
        List<List<JsonNode>> sets = new ArrayList<>();
        for (JsonNode part : conjuncts(node)) {
            for (String keyword : List.of("oneOf", "anyOf")) {
                if (part.path(keyword).isArray()) {
                    List<JsonNode> branches = new ArrayList<>();
                    part.get(keyword).forEach(branches::add);
                    sets.add(branches);
                }
            }
        }
        return sets;
    }

    /** The node's conjuncts and those of all branches, without end even if they refer to themselves. */
    Set<JsonNode> everything(JsonNode node) {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JsonNode> ordered = new ArrayList<>();
        everything(node, seen, ordered);
        Set<JsonNode> result = new LinkedHashSet<>();
        ordered.forEach(part -> result.add(part));
        return result;
    }

    private void everything(JsonNode node, Set<JsonNode> seen, List<JsonNode> ordered) {
        for (JsonNode part : conjuncts(node)) {
            if (seen.add(part)) {
                ordered.add(part);
                for (String keyword : List.of("oneOf", "anyOf")) {
                    part.path(keyword).forEach(branch -> everything(branch, seen, ordered));
                }
            }
        }
    }

    /** The nodes, with each that only chooses between structures replaced by those structures. */
    List<JsonNode> leaves(List<JsonNode> from) {
        List<JsonNode> leaves = new ArrayList<>();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        from.forEach(node -> leaves(node, seen, leaves));
        return leaves;
    }

    /** True if the node declares properties itself, not only in branches. */
    boolean declares(JsonNode node) {
        return conjuncts(node).stream().anyMatch(part -> part.has("properties"));
    }

    private void leaves(JsonNode node, Set<JsonNode> seen, List<JsonNode> leaves) {
        if (!seen.add(node)) {
            return;
        }
        List<List<JsonNode>> choices = declares(node) ? List.of() : alternatives(node);
        if (choices.isEmpty()) {
            leaves.add(node);
        } else {
            choices.forEach(branches -> branches.forEach(branch -> leaves(branch, seen, leaves)));
        }
    }

    /** The names of the properties that the node or a branch of it declares, in the order of the schema. */
    Set<String> propertyNames(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode part : everything(node)) {
            part.path("properties").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** The declarations of a property in the node and its branches. */
    List<JsonNode> property(JsonNode node, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode part : everything(node)) {
            addObject(found, part.path("properties").path(name));
        }
        return found;
    }

    /** The schemas of list elements or map values. */
    List<JsonNode> elements(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode part : everything(node)) {
            addObject(found, part.path("items"));
            part.path("patternProperties").forEach(value -> addObject(found, value));
            addObject(found, part.path("additionalProperties"));
        }
        return found;
    }

    /** The JSON types that the node allows; empty if it doesn't say. */
    Set<String> kinds(JsonNode node) {
        Set<String> kinds = new LinkedHashSet<>();
        for (JsonNode part : conjuncts(node)) {
            JsonNode type = part.path("type");
            if (type.isTextual()) {
                kinds.add(type.asText());
            }
            type.forEach(one -> kinds.add(one.asText()));
        }
        if (kinds.isEmpty()) {
            alternatives(node).forEach(branches -> branches.forEach(branch -> kinds.addAll(kinds(branch))));
        }
        kinds.remove("null");
        return kinds;
    }

    private static void addObject(Collection<JsonNode> found, JsonNode node) {
        if (node.isObject()) {
            found.add(node);
        }
    }
}

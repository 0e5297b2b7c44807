package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Reads the rules about properties that stand together from a shape's schema, in the notation of the facts files. */
final class SchemaGroups {

    private final SchemaNodes nodes;

    SchemaGroups(SchemaNodes nodes) {
        this.nodes = nodes;
    }

    /** The rules of a shape; those that name a property it doesn't have are left out. */
    Set<String> of(JsonNode shape, Set<String> properties) {
        Set<String> rules = new TreeSet<>();
        for (JsonNode part : nodes.conjuncts(shape)) {
            flat(part, "requiredXor", "required-xor", properties, rules);
            flat(part, "requiredOr", "required-or", properties, rules);
            branches(part.path("oneOf"), "required-xor", properties, rules);
            branches(part.path("anyOf"), "required-or", properties, rules);
            dependent(part.path("dependentRequired"), "dependent-required", properties, rules);
            dependent(part.path("dependencies"), "dependent-required", properties, rules);
            dependent(part.path("dependentExcluded"), "dependent-excluded", properties, rules);
        }
        return rules;
    }

    private static void flat(JsonNode part, String keyword, String rule, Set<String> properties, Set<String> rules) {
        List<String> names = names(part.path(keyword));
        if (names.size() > 1 && properties.containsAll(names)) {
            rules.add(rule + "=" + String.join(",", names));
        }
    }

    private void branches(JsonNode branches, String rule, Set<String> properties, Set<String> rules) {
        Set<String> groups = new TreeSet<>();
        for (JsonNode branch : branches) {
            List<String> names = names(branch.path("required"));
            if (names.isEmpty() || !properties.containsAll(names) || !onlyRequires(branch, names)) {
                return;
            }
            groups.add(String.join("+", names));
        }
        if (groups.size() > 1 && groups.size() == branches.size()) {
            StringJoiner joined = new StringJoiner(",", rule + "=", "");
            groups.forEach(joined::add);
            rules.add(joined.toString());
        }
    }

    /** True if the branch says which properties must be there and nothing that this doesn't cover. */
    private static boolean onlyRequires(JsonNode branch, List<String> required) {
        Set<String> keywords = new TreeSet<>();
        branch.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(Set.of("required", "title", "description", "type"));
        if (keywords.isEmpty()) {
            return true;
        }
        Set<String> declared = new TreeSet<>();
        branch.path("properties").fieldNames().forEachRemaining(declared::add);
        return Set.of("properties", "additionalProperties").containsAll(keywords)
                && declared.equals(new TreeSet<>(required))
                && !branch.path("additionalProperties").asBoolean(true);
    }

    private static void dependent(JsonNode table, String rule, Set<String> properties, Set<String> rules) {
        table.properties().forEach(entry -> {
            List<String> names = names(entry.getValue());
            if (!names.isEmpty() && properties.contains(entry.getKey()) && properties.containsAll(names)) {
                rules.add(rule + "=" + entry.getKey() + ":" + String.join(",", names));
            }
        });
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(name -> names.add(name.asText()));
        }
        names.sort(null);
        return names;
    }
}

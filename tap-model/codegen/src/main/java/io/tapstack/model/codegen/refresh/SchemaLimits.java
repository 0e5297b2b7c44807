package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a value from its schema. */
final class SchemaLimits {

    private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "double", "float", "integer", "int");
    private static final int DEEPEST = 24;

    private final SchemaNodes nodes;

    SchemaLimits(SchemaNodes nodes) {
        this.nodes = nodes;
    }

    /** The limits of a value with that schema. */
    Limits of(JsonNode node) {
        return of(node, 0);
    }

    /** The limits of a property, as a shape with that schema declares it: alternatives loosen each other. */
    @Nullable
    Limits ofProperty(JsonNode shape, String name) {
        return ofProperty(shape, name, 0);
    }

    /** The limits of the elements of a list or the values of a map with that schema. */
    Limits ofElements(JsonNode node) {
        Limits limits = null;
        for (JsonNode element : nodes.elements(node)) {
            limits = limits == null ? of(element) : limits.or(of(element));
        }
        return limits == null ? new Limits() : limits;
    }

    private @Nullable Limits ofProperty(JsonNode shape, String name, int depth) {
        Limits limits = null;
        for (JsonNode part : nodes.conjuncts(shape)) {
            JsonNode declared = part.path("properties").path(name);
            if (declared.isObject()) {
                limits = limits == null ? of(declared) : limits.and(of(declared));
            }
        }
        if (depth > DEEPEST) {
            return limits;
        }
        for (List<JsonNode> branches : nodes.alternatives(shape)) {
            Limits any = null;
            for (JsonNode branch : branches) {
                Limits one = ofProperty(branch, name, depth + 1);
                if (one != null) {
                    any = any == null ? one : any.or(one);
                }
            }
            if (any != null) {
                limits = limits == null ? any : limits.and(any);
            }
        }
        return limits;
    }

    private Limits of(JsonNode node, int depth) {
        Limits limits = new Limits();
        for (JsonNode part : nodes.conjuncts(node)) {
            limits.and(own(part));
        }
        if (depth <= DEEPEST) {
            for (List<JsonNode> branches : nodes.alternatives(node)) {
                limits.and(alternatives(branches, Set.of("string"), depth));
                limits.and(alternatives(branches, Set.of("number", "integer"), depth));
                limits.and(alternatives(branches, Set.of("array", "object"), depth));
            }
        }
        return limits;
    }

    /** Of the branches for one kind of values, the loosest limits; a branch that doesn't say its kind counts for all. */
    private Limits alternatives(List<JsonNode> branches, Set<String> kinds, int depth) {
        Limits any = null;
        for (JsonNode branch : branches) {
            Set<String> branchKinds = nodes.kinds(branch);
            if (branchKinds.isEmpty() || branchKinds.stream().anyMatch(kinds::contains)) {
                any = any == null ? of(branch, depth + 1) : any.or(of(branch, depth + 1));
            }
        }
        return any == null ? new Limits() : any;
    }

    private static Limits own(JsonNode node) {
        Limits limits = new Limits();
        enumeration(node, limits);
        limits.min = number(node, "minimum");
        limits.max = number(node, "maximum");
        if (node.path("exclusiveMaximum").isIntegralNumber()) {
            limits.max = node.get("exclusiveMaximum").decimalValue().subtract(BigDecimal.ONE);
        }
        count(node, "minLength", limits, "min-length");
        count(node, "maxLength", limits, "max-length");
        count(node, "minProperties", limits, "min-items");
        count(node, "maxProperties", limits, "max-items");
        count(node, "minItems", limits, "min-items");
        count(node, "maxItems", limits, "max-items");
        count(node, "maxUniqueItems", limits, "max-items");
        if (node.path("pattern").isTextual()) {
            limits.pattern = node.get("pattern").asText();
        }
        if (node.path("patternProperties").size() == 1
                && !node.path("additionalProperties").asBoolean()) {
            limits.keyPattern = node.get("patternProperties").fieldNames().next();
        }
        String format = node.path("format").asText();
        if (!format.isEmpty() && !NUMBER_FORMATS.contains(format)) {
            limits.formats.add(format);
        }
        return limits;
    }

    private static void enumeration(JsonNode node, Limits limits) {
        TreeSet<String> values = new TreeSet<>();
        node.path("enum").forEach(value -> values.add(value.asText()));
        node.path("enumCaseInsensitive").forEach(value -> values.add(value.asText()));
        if (node.path("const").isValueNode()) {
            values.add(node.get("const").asText());
        }
        limits.ignoreCase = node.has("enumCaseInsensitive");
        limits.enumValues = values.isEmpty() ? null : values;
    }

    private static @Nullable BigDecimal number(JsonNode node, String keyword) {
        return node.path(keyword).isNumber() ? node.get(keyword).decimalValue() : null;
    }

    private static void count(JsonNode node, String keyword, Limits limits, String name) {
        if (node.path(keyword).isNumber()) {
            limits.counts.put(name, node.get(keyword).asLong());
        }
    }
}

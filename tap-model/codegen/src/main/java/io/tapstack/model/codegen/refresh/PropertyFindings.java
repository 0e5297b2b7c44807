package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.UnionType;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a schema says about one property, over all places where it declares it. */
final class PropertyFindings {

    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private @Nullable Limits limits;
    private @Nullable Limits itemLimits;
    private boolean unique = true;
    private boolean wide;
    private final TreeSet<String> relates = new TreeSet<>();

    void limits(Limits found) {
        limits = limits == null ? found : limits.or(found);
    }

    void itemLimits(Limits found) {
        itemLimits = itemLimits == null ? found : itemLimits.or(found);
    }

    void declared(SchemaNodes nodes, JsonNode node) {
        boolean uniqueHere = false;
        for (JsonNode part : nodes.conjuncts(node)) {
            uniqueHere |= part.path("uniqueItems").asBoolean();
            wide |= part.path("format").asText().equals("int64");
            relation(part);
        }
        for (JsonNode part : nodes.everything(node)) {
            relation(part);
            relation(part.path("items"));
        }
        unique &= uniqueHere;
    }

    private void relation(JsonNode part) {
        JsonNode relation = part.path("relationshipRef");
        if (relation.isObject()) {
            String attribute = String.join(
                    ".", SchemaPointers.names(relation.path("propertyPath").asText()));
            relates.add(relation.path("typeName").asText() + "." + attribute);
        }
    }

    void applyTo(PropertyModel property, String typeName, Differences differences) {
        String place = typeName + " " + property.name;
        Limits own = limits == null ? new Limits() : limits;
        Limits items = itemLimits == null ? new Limits() : itemLimits;
        if (property.type == PrimitiveType.INTEGER && (wide || exceedsInt(own.max))) {
            property.type = PrimitiveType.LONG;
        }
        take(property.limits, own, property.type, place, differences);
        PropertyType element = element(property.type);
        if (element != null) {
            property.unique = unique && !(property.type instanceof MapType);
            take(property.itemLimits, items, element, place, differences);
        }
        property.relates.addAll(relates);
    }

    private static boolean exceedsInt(@Nullable BigDecimal max) {
        return max != null && max.compareTo(INT_MAX) > 0;
    }

    /** The type of the elements of a list or a map, also if other forms are allowed beside it. */
    private static @Nullable PropertyType element(PropertyType type) {
        if (type instanceof UnionType unionType) {
            return unionType.alternatives().stream()
                    .map(PropertyFindings::element)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (type instanceof ListType listType) {
            return listType.element();
        }
        return type instanceof MapType mapType ? mapType.element() : null;
    }

    /** Takes from what was found what makes sense for values of the type. */
    private static void take(Limits into, Limits found, PropertyType type, String place, Differences differences) {
        if (takes(type, PrimitiveType.STRING, PrimitiveType.TIMESTAMP)) {
            into.pattern = adapted(found.pattern, place, differences);
            into.formats.addAll(found.formats);
            keepCount(into, found, "min-length");
            keepCount(into, found, "max-length");
        }
        if (takes(type, PrimitiveType.INTEGER, PrimitiveType.LONG, PrimitiveType.NUMBER)) {
            into.min = found.min;
            into.max = found.max;
        }
        if (found.enumValues != null
                && takes(type, PrimitiveType.STRING, PrimitiveType.INTEGER, PrimitiveType.LONG, PrimitiveType.NUMBER)) {
            into.ignoreCase |= found.ignoreCase;
            into.addEnum(found.enumValues);
        }
        if (element(type) != null) {
            keepCount(into, found, "min-items");
            keepCount(into, found, "max-items");
        }
        if (type instanceof MapType) {
            into.keyPattern = adapted(found.keyPattern, place, differences);
        }
    }

    private static void keepCount(Limits into, Limits found, String name) {
        Long count = found.counts.get(name);
        if (count != null && count >= 0 && !(count == 0 && name.startsWith("min"))) {
            into.counts.put(name, count);
        }
    }

    private static @Nullable String adapted(@Nullable String pattern, String place, Differences differences) {
        if (pattern == null || pattern.equals(".*") || pattern.equals("^.*$")) {
            return null;
        }
        Optional<String> adapted = JavaPatterns.adapt(pattern);
        if (adapted.isEmpty()) {
            differences.add("pattern-dropped", place + " " + pattern);
        }
        return adapted.orElse(null);
    }

    private static boolean takes(PropertyType type, PrimitiveType... wanted) {
        for (PrimitiveType one : wanted) {
            if (type == one) {
                return true;
            }
            if (type instanceof UnionType union && union.alternatives().contains(one)) {
                return true;
            }
        }
        return false;
    }
}

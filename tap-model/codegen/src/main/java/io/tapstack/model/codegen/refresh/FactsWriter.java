package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.FactsText;
import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a resource type in the format of the facts files. */
final class FactsWriter {

    private FactsWriter() {}

    /** The file of a resource type. */
    static FactsDocument write(ResourceModel resource) {
        FactsDocument document = new FactsDocument(resource.typeName);
        document.add("", head(resource));
        resource.attributes.forEach((name, type) -> document.add("", "attribute " + name + " " + type));
        shape(document, resource.root);
        for (Map.Entry<String, ShapeModel> type : resource.types.entrySet()) {
            document.add(type.getKey(), "type " + type.getKey());
            shape(document, type.getValue());
        }
        return document;
    }

    private static String head(ResourceModel resource) {
        FactsLine line = new FactsLine("resource", resource.typeName);
        line.flag("stateful", resource.stateful).flag("retired", resource.retired);
        if (resource.lifecycle != Lifecycle.ACTIVE) {
            line.value("lifecycle", resource.lifecycle.toString());
        }
        PropertyModel tags = resource.tagProperty == null ? null : resource.root.properties.get(resource.tagProperty);
        if (tags != null) {
            line.value("tags", tags.name + ":" + tagShape(tags.type));
        }
        line.list("ref", resource.refReturns);
        line.value("arn", resource.arnPattern).value("transform", resource.transform);
        return line.value("origin", resource.origin.toString()).toString();
    }

    private static String tagShape(PropertyType type) {
        if (type instanceof MapType) {
            return "map";
        }
        if (type instanceof ListType listType) {
            return listType.element() == PrimitiveType.TAG ? "list" : "own";
        }
        return type == PrimitiveType.JSON ? "json" : "object";
    }

    private static void shape(FactsDocument document, ShapeModel shape) {
        shape.properties.values().forEach(property -> document.add(shape.name, property(property)));
        shape.constraints.forEach(constraint -> document.add(shape.name, "constraint " + constraint));
    }

    private static String property(PropertyModel property) {
        FactsLine line = new FactsLine("property", property.name, property.type.toString());
        line.flag("required", property.required)
                .flag("replace", property.replacement == Replacement.ALWAYS)
                .flag("maybe-replace", property.replacement == Replacement.MAYBE)
                .flag("write-only", property.writeOnly)
                .flag("deprecated", property.deprecated)
                .flag("unique", property.unique);
        limits(line, "", property.limits);
        limits(line, "item-", property.itemLimits);
        return line.list("relates", new ArrayList<>(property.relates)).toString();
    }

    private static void limits(FactsLine line, String prefix, Limits limits) {
        if (limits.enumValues != null) {
            line.list(prefix + "enum", List.copyOf(limits.enumValues));
            line.flag(prefix + "enum-ignore-case", limits.ignoreCase);
            line.flag(prefix + "enum-regional", limits.regional);
        }
        line.number(prefix + "min", limits.min).number(prefix + "max", limits.max);
        limits.counts.forEach((name, count) -> line.value(prefix + name, Long.toString(count)));
        line.escaped(prefix + "key-pattern", limits.keyPattern).escaped(prefix + "pattern", limits.pattern);
        line.list(prefix + "format", List.copyOf(limits.formats));
    }

    /** One line while it is written. */
    private static final class FactsLine {

        private final StringBuilder text;

        FactsLine(String... start) {
            this.text = new StringBuilder(String.join(" ", start));
        }

        FactsLine flag(String name, boolean set) {
            if (set) {
                text.append(' ').append(name);
            }
            return this;
        }

        FactsLine value(String key, @org.jspecify.annotations.Nullable String value) {
            if (value != null) {
                text.append(' ').append(key).append('=').append(value);
            }
            return this;
        }

        FactsLine escaped(String key, @org.jspecify.annotations.Nullable String value) {
            return value(key, value == null ? null : FactsText.escape(value));
        }

        FactsLine number(String key, java.math.@org.jspecify.annotations.Nullable BigDecimal value) {
            return value(key, value == null ? null : value.stripTrailingZeros().toPlainString());
        }

        FactsLine list(String key, List<String> values) {
            List<String> escaped = new ArrayList<>();
            values.forEach(value -> escaped.add(FactsText.escape(value)));
            return value(key, escaped.isEmpty() ? null : String.join(",", escaped));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

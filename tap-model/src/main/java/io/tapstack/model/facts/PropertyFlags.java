package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows name and type on a property's line, while it is read. */
final class PropertyFlags {

    boolean required;
    Replacement replacement = Replacement.NEVER;
    boolean writeOnly;
    boolean deprecated;
    boolean unique;
    final ValueLimitsBuilder limits = new ValueLimitsBuilder();

    @Nullable
    ValueLimitsBuilder itemLimits;

    List<RelationFacts> relations = List.of();

    /** Takes one token; false if it is unknown. */
    boolean accept(String token) {
        int equals = token.indexOf('=');
        return equals < 0 ? flag(token) : limit(token.substring(0, equals), token.substring(equals + 1));
    }

    private boolean flag(String token) {
        return switch (token) {
            case "required" -> {
                required = true;
                yield true;
            }
            case "replace" -> {
                replacement = Replacement.ALWAYS;
                yield true;
            }
            case "maybe-replace" -> {
                replacement = Replacement.MAYBE;
                yield true;
            }
            case "write-only" -> {
                writeOnly = true;
                yield true;
            }
            case "deprecated" -> {
                deprecated = true;
                yield true;
            }
            case "unique" -> {
                unique = true;
                yield true;
            }
            default -> token.startsWith("item-") ? items().accept(token.substring(5)) : limits.accept(token);
        };
    }

    private boolean limit(String key, String value) {
        if (key.equals("relates")) {
            relations = relations(FactsText.list(value));
            return true;
        }
        return key.startsWith("item-") ? items().accept(key.substring(5), value) : limits.accept(key, value);
    }

    private ValueLimitsBuilder items() {
        ValueLimitsBuilder items = itemLimits;
        if (items == null) {
            items = new ValueLimitsBuilder();
            itemLimits = items;
        }
        return items;
    }

    private static List<RelationFacts> relations(List<String> references) {
        List<RelationFacts> relations = new ArrayList<>(references.size());
        for (String reference : references) {
            int dot = reference.indexOf('.');
            if (dot < 0) {
                throw new IllegalArgumentException("'" + reference + "' has no attribute");
            }
            relations.add(new RelationFacts(reference.substring(0, dot), reference.substring(dot + 1)));
        }
        return Collections.unmodifiableList(relations);
    }
}

package io.tapstack.reference.explain;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.RelationFacts;
import io.tapstack.model.facts.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A property in one line of Markdown: its type, its limits, what a change does. */
final class PropertyLine {

    private PropertyLine() {}

    static String of(PropertyFacts property) {
        List<String> words = new ArrayList<>();
        words.add(TypeWords.of(property.type()));
        words.addAll(LimitWords.of(property.limits()));
        if (property.unique()) {
            words.add("no item twice");
        }
        List<String> items = LimitWords.of(property.itemLimits());
        if (!items.isEmpty()) {
            words.add("each item: " + String.join(", ", items));
        }
        if (!property.relates().isEmpty()) {
            words.add("from "
                    + property.relates().stream().map(RelationFacts::toString).collect(Collectors.joining(" or ")));
        }
        if (property.replacement() != Replacement.NEVER) {
            String verb = property.replacement() == Replacement.ALWAYS ? "replaces" : "may replace";
            words.add("a change " + verb + " the resource");
        }
        if (property.writeOnly()) {
            words.add("cannot be read back");
        }
        if (property.deprecated()) {
            words.add("discouraged");
        }
        return "- `" + property.name() + "`" + (property.required() ? " (required)" : "") + ": "
                + String.join("; ", words);
    }
}

package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;

/** A mapping that is not a table with two keys and plain values. */
final class MappingShape implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Mappings are tables with two keys and plain values";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.MAPPINGS)) {
            if (element.declaration() instanceof Mapping mapping) {
                sink.judged(1);
                PropertyBag rows = mapping.entries();
                if (rows.isEmpty()) {
                    sink.report(
                            element.place(),
                            "The mapping " + element.name() + " is empty.",
                            "Add a key, or remove it.");
                }
                for (int i = 0; i < rows.size(); i++) {
                    String key = rows.nameAt(i);
                    if (!key.startsWith("Fn::")) {
                        row(element.place(key), key, rows.valueAt(i), sink);
                    }
                }
            }
        }
    }

    private static void row(Place place, String key, Value<?> value, FindingSink sink) {
        if (!isKey(key, ".-")) {
            sink.report(
                    place,
                    "The key '" + Texts.excerpt(key) + "' has more than letters, digits, dots and hyphens.",
                    "Use letters, digits, dots and hyphens.");
        }
        if (!(value instanceof ObjectValue<?> row) || row.members().isEmpty()) {
            sink.report(
                    place, "Under the key " + key + " there is no second level of keys.", "Add a key with a value.");
            return;
        }
        PropertyBag cells = row.members();
        for (int i = 0; i < cells.size(); i++) {
            Place cell = place.member(cells.nameAt(i));
            if (!isKey(cells.nameAt(i), ".-_")) {
                sink.report(
                        cell,
                        "The key '" + Texts.excerpt(cells.nameAt(i)) + "' has more than letters and digits.",
                        "Use letters and digits.");
            }
            if (!isPlain(cells.valueAt(i))) {
                sink.report(
                        cell,
                        "The value of " + cells.nameAt(i) + " is no text and no list of texts.",
                        "Write a literal.");
            }
        }
    }

    private static boolean isKey(String key, String others) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean fits =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || others.indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    /** Functions are another rule's matter. */
    private static boolean isPlain(Value<?> value) {
        if (value instanceof ListValue<?> list) {
            for (Value<?> item : list.items()) {
                if (!(item instanceof Literal || item instanceof Intrinsic)) {
                    return false;
                }
            }
            return true;
        }
        return value instanceof Literal || value instanceof Intrinsic;
    }
}

package io.tapstack.patterns.rule;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a value names, however deep. */
public final class Mentions {

    private Mentions() {}

    /** The names behind {@code Ref}, {@code Fn::GetAtt} and the placeholders of {@code Fn::Sub}, sorted. */
    public static Set<String> of(@Nullable Value<?> value) {
        Set<String> names = new TreeSet<>();
        collect(value, names);
        return names;
    }

    /** The text as it is written: of a literal, or of {@code Fn::Sub} with its placeholders; empty for anything else. */
    public static String text(@Nullable Value<?> value) {
        if (value instanceof Sub sub) {
            return sub.text();
        }
        return value instanceof Literal<?> literal ? literal.text() : "";
    }

    /**
     * The text that a value makes, with {@code ${Name}} for a {@code Ref} and {@code ${Name.Attribute}} for an {@code Fn::GetAtt},
     * whether it is put together by {@code Fn::Sub}, by {@code Fn::Join} or not at all. Any other function is {@code ${}}, which names
     * nothing; null and what is no text are empty.
     */
    public static String written(@Nullable Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        if (value instanceof Ref<?> ref) {
            return placeholder(ref.target());
        }
        if (value instanceof GetAtt<?> attribute && attribute.attribute() instanceof Literal<?> name) {
            return placeholder(attribute.target().name() + "." + name.text());
        }
        if (value instanceof Sub sub) {
            StringBuilder text = new StringBuilder();
            for (SubPart part : sub.parts()) {
                Value<?> variable = part.isPlaceholder() ? sub.variables().find(part.text()) : null;
                text.append(variable == null ? part.toString() : written(variable));
            }
            return text.toString();
        }
        if (value instanceof Join join
                && join.argument(0) instanceof Literal<?> delimiter
                && join.argument(1) instanceof ListValue<?> list) {
            List<String> pieces = new ArrayList<>();
            list.items().forEach(item -> pieces.add(written(item)));
            return String.join(delimiter.text(), pieces);
        }
        return value instanceof Intrinsic<?> ? placeholder("") : "";
    }

    private static String placeholder(String name) {
        return "${" + name + "}";
    }

    private static void collect(@Nullable Value<?> value, Set<String> names) {
        if (value instanceof Ref<?> ref) {
            names.add(ref.target());
        } else if (value instanceof GetAtt<?> attribute) {
            names.add(attribute.target().name());
        } else if (value instanceof Sub sub) {
            for (SubPart part : sub.references()) {
                names.add(part.name());
            }
            for (int i = 0; i < sub.variables().size(); i++) {
                collect(sub.variables().valueAt(i), names);
            }
        } else if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                collect(object.members().valueAt(i), names);
            }
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, names));
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), names);
        }
    }
}

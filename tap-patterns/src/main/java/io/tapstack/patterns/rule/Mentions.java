package io.tapstack.patterns.rule;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
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

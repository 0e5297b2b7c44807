package io.tapstack.reference.report;

import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** A value of a template as one line, of which no more is made than is shown. */
final class ValueText {

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    private ValueText(int longest) {
        this.longest = longest;
    }

    /** The value as a line, made harmless, and cut behind so many characters. */
    static String of(Value<?> value, int longest) {
        ValueText line = new ValueText(longest);
        line.append(value);
        String whole = Harmless.escaped(line.text.toString());
        int count = whole.codePointCount(0, whole.length());
        return count > longest ? whole.substring(0, whole.offsetByCodePoints(0, longest)) + "…" : whole;
    }

    /** Whether a value is no longer than so many characters. */
    static boolean fits(Value<?> value, int longest) {
        ValueText line = new ValueText(longest);
        line.append(value);
        return !line.isFull();
    }

    private boolean isFull() {
        return text.length() > longest;
    }

    private void append(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            String quote = literal.isString() ? "\"" : "";
            append(quote);
            append(literal.text());
            append(quote);
        } else if (value instanceof ListValue<?> list) {
            append(list.items());
        } else if (value instanceof ObjectValue<?> object) {
            append(object.members());
        } else if (value instanceof Intrinsic<?> function) {
            append("{" + function.functionName() + ": ");
            append(function.argument());
            append("}");
        }
    }

    private void append(List<Value<?>> items) {
        append("[");
        for (int i = 0; i < items.size() && !isFull(); i++) {
            append(i == 0 ? "" : ", ");
            append(items.get(i));
        }
        append("]");
    }

    private void append(PropertyBag members) {
        append("{");
        for (int i = 0; i < members.size() && !isFull(); i++) {
            append(i == 0 ? "" : ", ");
            append(members.nameAt(i));
            append(": ");
            append(members.valueAt(i));
        }
        append("}");
    }

    private void append(String part) {
        if (!isFull()) {
            text.append(part, 0, Math.min(part.length(), longest + 1));
        }
    }
}

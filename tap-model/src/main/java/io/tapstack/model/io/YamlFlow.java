package io.tapstack.model.io;

import io.tapstack.model.value.And;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.Value;
import java.util.List;

/** Lists in brackets on one line: {@code !Select [0, !GetAZs '']}, if they are short and hold no objects. */
final class YamlFlow {

    private static final int MAXIMUM_COLUMN = 120;

    private YamlFlow() {}

    /** Appends a list in brackets if it fits on the current line, else nothing. */
    static boolean list(TextBuffer out, List<Value<?>> items) {
        int start = out.length();
        out.append('[');
        for (int i = 0, size = items.size(); i < size; i++) {
            if (i > 0) {
                out.append(',').append(' ');
            }
            if (!value(out, items.get(i)) || out.column() >= MAXIMUM_COLUMN) {
                out.truncate(start);
                return false;
            }
        }
        out.append(']');
        return true;
    }

    private static boolean value(TextBuffer out, Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal(out, literal);
        }
        if (value instanceof ListValue<?> list) {
            return list(out, list.items());
        }
        return value instanceof Intrinsic<?> function && function(out, function);
    }

    private static boolean literal(TextBuffer out, Literal<?> literal) {
        if (literal.content() instanceof String text && (text.length() > MAXIMUM_COLUMN || YamlBlock.suits(text))) {
            return false;
        }
        YamlText.literal(out, literal, true);
        return true;
    }

    private static boolean function(TextBuffer out, Intrinsic<?> function) {
        String tag = YamlTags.shortForm(function);
        if (tag == null || function instanceof And || function instanceof Or) {
            return false;
        }
        out.ascii(tag).append(' ');
        if (function instanceof GetAtt<?> getAtt) {
            getAtt(out, getAtt, true);
            return true;
        }
        return value(out, function.argument());
    }

    /** Appends the resource and the attribute of a {@code !GetAtt}. */
    static void getAtt(TextBuffer out, GetAtt<?> getAtt, boolean flow) {
        String attribute = ((Literal<?>) getAtt.attribute()).text();
        String target = getAtt.target().name();
        YamlText.string(out, target.concat(".").concat(attribute), flow);
    }
}

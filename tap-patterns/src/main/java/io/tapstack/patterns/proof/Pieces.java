package io.tapstack.patterns.proof;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is put together, whether by {@code Fn::Sub}, by {@code Fn::Join} or not at all: pieces of text, and between each two of
 * them a reference.
 */
final class Pieces {

    /** Of longer texts nobody asks in what piece they differ. */
    private static final int LONGEST = 1_000_000;

    private final List<String> texts = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int length;

    private Pieces() {}

    /** The pieces of a value; null if it is no text, or made by other functions. */
    static @Nullable Pieces of(Value<?> value) {
        Pieces pieces = new Pieces();
        if (!pieces.add(value)) {
            return null;
        }
        pieces.texts.add(pieces.open.toString());
        return pieces;
    }

    /** Whether two texts are surely the same, if references in both give the same. */
    boolean isSame(Pieces other) {
        return texts.equals(other.texts) && references.equals(other.references);
    }

    /** Whether two texts surely differ, if references in both give the same: they do in one piece of text, and nowhere else. */
    boolean isOther(Pieces other) {
        if (!references.equals(other.references)) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < texts.size(); i++) {
            different += texts.get(i).equals(other.texts.get(i)) ? 0 : 1;
        }
        return different == 1;
    }

    /** Whether AWS puts something else in place of a text, or of a part of it. */
    static boolean isResolved(Literal<?> literal) {
        return literal.text().contains("{{resolve:");
    }

    private boolean add(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return !isResolved(literal) && text(literal.text());
        }
        if (value instanceof Ref<?> ref) {
            return !ref.equals(PseudoParameter.noValue()) && reference(ref.target());
        }
        if (value instanceof GetAtt<?> attribute && attribute.attribute() instanceof Literal<?> name) {
            return reference(attribute.target().name() + "." + name.text());
        }
        if (value instanceof Sub sub) {
            return add(sub);
        }
        return value instanceof Join join
                && join.argument(0) instanceof Literal<?> delimiter
                && join.argument(1) instanceof ListValue<?> list
                && add(delimiter.text(), list.items());
    }

    private boolean add(Sub sub) {
        for (SubPart part : sub.parts()) {
            Value<?> variable = part.isPlaceholder() ? sub.variables().find(part.text()) : null;
            boolean added;
            if (variable != null) {
                added = add(variable);
            } else {
                added = part.isPlaceholder() ? reference(part.text()) : text(part.text());
            }
            if (!added) {
                return false;
            }
        }
        return true;
    }

    private boolean add(String delimiter, List<Value<?>> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!text(i == 0 ? "" : delimiter) || !add(items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean text(String text) {
        length += Math.min(text.length(), LONGEST);
        open.append(length > LONGEST ? "" : text);
        return length <= LONGEST;
    }

    private boolean reference(String name) {
        references.add(name);
        texts.add(open.toString());
        open.setLength(0);
        return references.size() <= LONGEST;
    }
}

package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Arguments;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.List;

/** How short and how long a text can be that is put together from others. */
final class TextBounds {

    private static final int DEEPEST = 10;

    private final TextPieces pieces;
    private long least;
    private long most;
    private boolean known = true;

    TextBounds(TextPieces pieces) {
        this.pieces = pieces;
    }

    /** The fewest characters. */
    long least() {
        return least;
    }

    /** The most characters; {@link TextPattern#UNBOUNDED} if it is not known or not limited. */
    long most() {
        return known ? most : TextPattern.UNBOUNDED;
    }

    /** Whether something is known of each part. */
    boolean isKnown() {
        return known;
    }

    TextBounds add(Value<?> value, int depth) {
        if (value instanceof Literal<?> literal) {
            literal(literal.text().length());
        } else if (value instanceof Ref<?> ref) {
            name(ref.target());
        } else if (value instanceof Sub sub && depth < DEEPEST) {
            sub(sub, depth);
        } else if (value instanceof Join join && depth < DEEPEST) {
            join(join, depth);
        } else {
            known = false;
        }
        return this;
    }

    private void literal(int length) {
        least += length;
        most = PatternNode.add(most, length);
    }

    private void sub(Sub sub, int depth) {
        List<SubPart> parts = sub.parts();
        for (int i = 0; i < parts.size(); i++) {
            SubPart part = parts.get(i);
            if (!part.isPlaceholder()) {
                literal(part.text().length());
                continue;
            }
            Value<?> variable = sub.variables().find(part.text());
            if (variable != null) {
                add(variable, depth + 1);
            } else {
                name(part.text());
            }
        }
    }

    private void join(Join join, int depth) {
        String delimiter = Arguments.text(join, 0);
        if (delimiter == null || !(Arguments.at(join, 1) instanceof ListValue<?> list)) {
            known = false;
            return;
        }
        literal(delimiter.length() * Math.max(0, list.items().size() - 1));
        for (Value<?> item : list.items()) {
            add(item, depth + 1);
        }
    }

    private void name(String name) {
        TextPiece piece = pieces.of(name);
        if (piece == null) {
            known = false;
        } else {
            least += piece.minLength;
            most = PatternNode.add(most, piece.maxLength);
        }
    }
}

package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that CloudFormation puts together from literals, parameters and things that are not known beforehand. */
final class ComposedText {

    private static final int DEEPEST = 10;

    /** The pieces in order; null for one of which nothing is known. */
    final List<@Nullable TextPiece> pieces = new ArrayList<>();

    private final TextPieces known;

    private ComposedText(TextPieces known) {
        this.known = known;
    }

    /** Takes a value apart; null if it is not put together from others. */
    static @Nullable ComposedText of(TemplateContext context, Value<?> value) {
        if (!(value instanceof Sub || value instanceof Join || value instanceof Ref)) {
            return null;
        }
        ComposedText text = new ComposedText(TextPieces.of(context));
        text.add(value, 0);
        return text;
    }

    /** Whether something is known of all pieces. */
    boolean isKnown() {
        return !pieces.contains(null);
    }

    private void add(Value<?> value, int depth) {
        if (value instanceof Literal<?> literal) {
            pieces.add(TextPiece.literal(literal.text()));
        } else if (value instanceof Ref<?> ref) {
            name(ref.target());
        } else if (value instanceof Sub sub && depth < DEEPEST) {
            sub(sub, depth);
        } else if (value instanceof Join join && depth < DEEPEST) {
            join(join, depth);
        } else {
            pieces.add(null);
        }
    }

    private void sub(Sub sub, int depth) {
        for (SubPart part : sub.parts()) {
            if (!part.isPlaceholder()) {
                pieces.add(TextPiece.literal(part.text()));
            } else {
                Value<?> variable = sub.variables().find(part.text());
                if (variable != null) {
                    add(variable, depth + 1);
                } else {
                    name(part.text());
                }
            }
        }
    }

    private void join(Join join, int depth) {
        String delimiter = Arguments.text(join, 0);
        if (delimiter == null || !(Arguments.at(join, 1) instanceof ListValue<?> list)) {
            pieces.add(null);
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            if (i > 0) {
                pieces.add(TextPiece.literal(delimiter));
            }
            add(list.items().get(i), depth + 1);
        }
    }

    private void name(String name) {
        pieces.add(known.of(name));
    }
}

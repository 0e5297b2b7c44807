package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A text made from parameters that can become one that its property does not take, such as a bucket name with capitals. */
final class WorstCaseCharacters implements PropertyRule {

    private static final int MOST_OTHERS = 3;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Texts made from parameters always fit their property's pattern";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.patternText() != null;
    }

    @Override
    public boolean judgesLiterals() {
        return false;
    }

    @Override
    public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (!(value instanceof Intrinsic) || value instanceof Ref<?> ref && isJudgedElsewhere(spot.context(), ref)) {
            return;
        }
        ComposedText text = ComposedText.of(spot.context(), value);
        if (text == null || !text.isKnown()) {
            return;
        }
        for (int i = 0; i < text.pieces.size(); i++) {
            TextPiece piece = text.pieces.get(i);
            if (piece != null && !piece.examples.isEmpty() && text.pieces.indexOf(piece) == i) {
                sink.judged(1);
                check(limits, text, piece, spot, sink);
            }
        }
    }

    /** The values that a parameter allows are judged by {@link PatternMismatch} where the parameter stands alone. */
    private static boolean isJudgedElsewhere(TemplateContext context, Ref<?> ref) {
        Parameter parameter = context.parameter(ref.target());
        return parameter == null || !parameter.allowedValues().isEmpty();
    }

    private static void check(
            ValueLimits limits, ComposedText text, TextPiece varied, PropertySpot spot, FindingSink sink) {
        OptionalLong most = limits.maxLength();
        String witness = null;
        StringBuilder others = new StringBuilder();
        int count = 0;
        for (String example : varied.examples) {
            String whole = compose(text, varied, example);
            boolean tooLong = whole != null && most.isPresent() && whole.length() > most.getAsLong();
            if (whole != null && !tooLong && !spot.context().fitsPattern(limits, whole)) {
                if (witness == null) {
                    witness = "'" + Texts.excerpt(example) + "' for " + varied.name + " this is '"
                            + Texts.excerpt(whole) + "'";
                } else if (++count <= MOST_OTHERS) {
                    others.append(count == 1 ? "; likewise with '" : "', '").append(Texts.excerpt(example));
                }
            }
        }
        if (witness != null) {
            PropertyFacts property = spot.property();
            sink.report(
                    spot.place(),
                    (property == null ? "The value" : property.name()) + " takes texts that match "
                            + limits.patternText() + ", and with " + witness + others + (count == 0 ? "." : "'."),
                    "Narrow what " + varied.name + " allows, so that it admits only what fits here.");
        }
    }

    private static @Nullable String compose(ComposedText text, TextPiece varied, String example) {
        StringBuilder whole = new StringBuilder();
        for (TextPiece piece : text.pieces) {
            String part = piece == varied ? example : piece == null ? null : piece.usual;
            if (part == null) {
                return null;
            }
            whole.append(part);
        }
        return whole.toString();
    }
}

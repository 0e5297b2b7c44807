package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;

/** A text made from parameters that can become longer than its property takes. */
final class WorstCaseLength implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Texts made from parameters are never too long";
    }

    @Override
    public boolean concerns(PropertyFacts property, ValueLimits limits) {
        return limits.maxLength().isPresent() || limits.patternText() != null;
    }

    @Override
    public boolean judgesLiterals() {
        return false;
    }

    @Override
    public void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (!(value instanceof Sub || value instanceof Join || value instanceof Ref)) {
            return;
        }
        long allowed = LongestTexts.of(spot.context(), limits);
        if (allowed == TextPattern.UNBOUNDED) {
            return;
        }
        TextBounds bounds = new TextBounds(TextPieces.of(spot.context())).add(value, 0);
        if (bounds.least() > allowed) {
            sink.judged(1);
            sink.report(
                    Severity.ERROR,
                    spot.place(),
                    name(spot) + " takes at most " + allowed + " characters, and this text has at least "
                            + bounds.least() + ".",
                    "Shorten it.");
        } else if (bounds.isKnown()) {
            sink.judged(1);
            ComposedText text = bounds.most() > allowed ? ComposedText.of(spot.context(), value) : null;
            if (text != null) {
                longest(text, allowed, spot, sink);
            }
        }
    }

    private static void longest(ComposedText text, long allowed, PropertySpot spot, FindingSink sink) {
        long most = 0;
        long limited = 0;
        TextPiece longest = null;
        for (TextPiece piece : text.pieces) {
            if (piece != null) {
                most = PatternNode.add(most, piece.maxLength);
                limited = PatternNode.add(limited, piece.limited ? piece.maxLength : piece.minLength);
                boolean varies = !piece.name.isEmpty() && piece.limited && piece.maxLength > piece.minLength;
                longest = varies && (longest == null || piece.maxLength > longest.maxLength) ? piece : longest;
            }
        }
        if (limited > allowed && longest != null) {
            String can = limited == TextPattern.UNBOUNDED ? "be of any length" : "have " + limited;
            Severity severity = limited == TextPattern.UNBOUNDED ? Severity.INFO : Severity.WARNING;
            sink.report(
                    severity,
                    spot.place(),
                    name(spot) + " takes at most " + allowed + " characters, and this text can " + can + ", since "
                            + longest.name
                            + (longest.maxLength == TextPattern.UNBOUNDED
                                    ? " has no greatest length."
                                    : " can have " + longest.maxLength + "."),
                    remedy(text, longest, allowed));
        } else if (most > allowed && most != TextPattern.UNBOUNDED) {
            sink.report(
                    Severity.INFO,
                    spot.place(),
                    name(spot) + " takes at most " + allowed + " characters, and this text can have " + most
                            + " if the stack's name is long.",
                    "Choose a short name for the stack, or leave the name out of the text.");
        }
    }

    private static String remedy(ComposedText text, TextPiece longest, long allowed) {
        long others = 0;
        int times = 0;
        for (TextPiece piece : text.pieces) {
            if (piece == longest) {
                times++;
            } else if (piece != null) {
                others = PatternNode.add(others, piece.limited ? piece.maxLength : piece.minLength);
            }
        }
        long room = others == TextPattern.UNBOUNDED ? 0 : (allowed - others) / Math.max(1, times);
        return room > 0
                ? "Allow at most " + room + " characters for " + longest.name + ", by MaxLength or AllowedPattern."
                : "Shorten the text, and limit its parameters by MaxLength.";
    }

    private static String name(PropertySpot spot) {
        PropertyFacts property = spot.property();
        return property == null ? "The value" : property.name();
    }
}

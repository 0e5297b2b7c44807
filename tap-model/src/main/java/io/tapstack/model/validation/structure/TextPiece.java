package io.tapstack.model.validation.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a text: a literal, a parameter or a pseudo parameter. */
final class TextPiece {

    private static final int LONGEST_STACK_NAME = 128;

    /** What it is called in messages: the name of the parameter; empty for a literal. */
    final String name;

    final long minLength;
    final long maxLength;
    /** A text to go on with; null if none is known. */
    final @Nullable String usual;
    /** What it may be at worst; empty if it does not vary. */
    final List<String> examples;
    /** Whether the template says how long it may be; else it is whoever creates the stack who decides. */
    final boolean limited;

    private TextPiece(
            String name,
            long minLength,
            long maxLength,
            @Nullable String usual,
            List<String> examples,
            boolean limited) {
        this.name = name;
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.usual = usual;
        this.examples = examples;
        this.limited = limited;
    }

    static TextPiece literal(String text) {
        return new TextPiece("", text.length(), text.length(), text, List.of(), true);
    }

    static TextPiece parameter(String name, ParameterText text) {
        return new TextPiece(name, text.minLength, text.maxLength, text.usual, text.examples, text.limited);
    }

    /** A pseudo parameter; null if its value is no text of a known form. */
    static @Nullable TextPiece pseudo(String name) {
        switch (name) {
            case "AWS::AccountId":
                return fixed(name, 12, 12, "123456789012");
            case "AWS::Region":
                return fixed(name, 9, 14, "us-east-1");
            case "AWS::Partition":
                return fixed(name, 3, 10, "aws");
            case "AWS::URLSuffix":
                return fixed(name, 6, 18, "amazonaws.com");
            case "AWS::StackName":
                return new TextPiece(name, 1, LONGEST_STACK_NAME, "stack", List.of(), false);
            default:
                return null;
        }
    }

    private static TextPiece fixed(String name, int least, int most, String usual) {
        return new TextPiece(name, least, most, usual, List.of(), true);
    }
}

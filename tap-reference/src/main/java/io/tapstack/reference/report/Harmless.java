package io.tapstack.reference.report;

import java.util.Locale;

/**
 * Texts of others made harmless for a terminal: no escape sequence, no control character, nothing invisible that turns the direction
 * of writing, and no half of a character gets through.
 */
public final class Harmless {

    private static final String STAND_IN = "\uFFFD";

    private Harmless() {}

    /** The text with such characters written out: a line feed as {@code \n}, an escape as {@code \}{@code u001b}. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(escape(c));
            }
        });
        return escaped.toString();
    }

    /** A character as it is, or {@code �} in its place if it is not harmless. */
    static String orStandIn(int codePoint) {
        return isHarmless(codePoint) ? Character.toString(codePoint) : STAND_IN;
    }

    /** Whether a terminal shows a character and does nothing else. */
    static boolean isHarmless(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return false;
            default:
                return true;
        }
    }

    /** A character by its number. */
    static String escape(int codePoint) {
        switch (codePoint) {
            case '\n':
                return "\\n";
            case '\r':
                return "\\r";
            case '\t':
                return "\\t";
            default:
                return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
        }
    }
}

package io.tapstack.model.io;

import io.tapstack.model.value.Literal;

/**
 * Strings and other scalars of YAML.
 *
 * <p>A string is left unquoted only if readers of YAML 1.1 and 1.2 alike see the same string; else it is in single quotes, in double
 * quotes if something in it must be escaped, and a block of lines if it has several.
 */
final class YamlText {

    private YamlText() {}

    /**
     * Appends a scalar on the current line.
     *
     * @param flow whether it stands within brackets
     */
    static void literal(TextBuffer out, Literal<?> literal, boolean flow) {
        if (literal.content() instanceof String text) {
            string(out, text, flow);
        } else {
            number(out, literal.text());
        }
    }

    /** Appends a boolean, or a number so that every reader sees one: for YAML 1.1, {@code 1E+3} without a dot is text. */
    private static void number(TextBuffer out, String text) {
        int exponent = text.indexOf('E');
        if (exponent < 0 || text.indexOf('.') >= 0) {
            out.append(text);
        } else {
            out.append(text, 0, exponent).append('.').append(text, exponent, text.length());
        }
    }

    /** Appends a string on the current line. */
    static void string(TextBuffer out, String text, boolean flow) {
        int seen = 0;
        int common = -1;
        for (int i = 0, length = text.length(); i < length; i++) {
            int meaning = YamlCharacters.of(text.charAt(i));
            seen |= meaning;
            common &= meaning;
        }
        if (needsEscapes(text, seen)) {
            YamlEscapes.write(out, text);
        } else if (isPlain(text, seen, common, flow)) {
            out.append(text);
        } else {
            out.append('\'');
            doubleApostrophes(out, text);
            out.append('\'');
        }
    }

    private static boolean needsEscapes(String text, int seen) {
        return (seen & (YamlCharacters.ESCAPED | YamlCharacters.LINE_FEED | YamlCharacters.TAB)) != 0
                || ((seen & YamlCharacters.SURROGATE) != 0 && hasLoneSurrogate(text));
    }

    private static boolean isPlain(String text, int seen, int common, boolean flow) {
        int quoted = flow ? YamlCharacters.QUOTED | YamlCharacters.QUOTED_IN_FLOW : YamlCharacters.QUOTED;
        if (text.isEmpty() || (seen & quoted) != 0) {
            return false;
        }
        char first = text.charAt(0);
        if ((YamlCharacters.of(first) & YamlCharacters.FIRST) == 0 || text.endsWith(" ")) {
            return false;
        }
        if (first <= '9' && first >= '0' && (common & YamlCharacters.NUMERIC) != 0) {
            return false;
        }
        if ((seen & YamlCharacters.NEIGHBOURS) != 0 && endsKeyOrStartsComment(text)) {
            return false;
        }
        return text.length() > 5 || !YamlWords.isReserved(text);
    }

    private static boolean endsKeyOrStartsComment(String text) {
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            if (c == ':' && (i + 1 == length || text.charAt(i + 1) == ' ')) {
                return true;
            }
            if (c == '#' && text.charAt(i - 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    private static void doubleApostrophes(TextBuffer out, String text) {
        int start = 0;
        for (int quote = text.indexOf('\''); quote >= 0; quote = text.indexOf('\'', start)) {
            out.append(text, start, quote + 1).append('\'');
            start = quote + 1;
        }
        out.append(text, start, text.length());
    }

    /** Whether a text can't be written in UTF-8 because of half a character. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0, length = text.length(); i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!JsonText.isPair(text, i)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}

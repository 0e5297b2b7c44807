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
        int start = out.length();
        out.append(text);
        int end = out.length();
        char[] chars = out.chars();
        int seen = 0;
        int common = -1;
        for (int i = start; i < end; i++) {
            int meaning = YamlCharacters.of(chars[i]);
            seen |= meaning;
            common &= meaning;
        }
        if (needsEscapes(text, seen)) {
            out.truncate(start);
            YamlEscapes.write(out, text);
        } else if (!isPlain(chars, start, end, seen, common, flow)) {
            if ((seen & YamlCharacters.APOSTROPHE) != 0) {
                out.truncate(start);
                doubleApostrophes(out, text);
            }
            out.enclose(start, '\'');
        }
    }

    private static boolean needsEscapes(String text, int seen) {
        return (seen & (YamlCharacters.ESCAPED | YamlCharacters.LINE_FEED | YamlCharacters.TAB)) != 0
                || ((seen & YamlCharacters.SURROGATE) != 0 && hasLoneSurrogate(text));
    }

    private static boolean isPlain(char[] chars, int start, int end, int seen, int common, boolean flow) {
        int quoted = flow ? YamlCharacters.QUOTED | YamlCharacters.QUOTED_IN_FLOW : YamlCharacters.QUOTED;
        if (start == end || (seen & quoted) != 0) {
            return false;
        }
        char first = chars[start];
        if ((YamlCharacters.of(first) & YamlCharacters.FIRST) == 0 || chars[end - 1] == ' ') {
            return false;
        }
        if (first <= '9' && first >= '0' && (common & YamlCharacters.NUMERIC) != 0) {
            return false;
        }
        if ((seen & YamlCharacters.NEIGHBOURS) != 0 && endsKeyOrStartsComment(chars, start, end)) {
            return false;
        }
        return end - start > 5 || !YamlWords.isReserved(chars, start, end - start);
    }

    private static boolean endsKeyOrStartsComment(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (c == ':' && (i + 1 == end || chars[i + 1] == ' ')) {
                return true;
            }
            if (c == '#' && chars[i - 1] == ' ') {
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

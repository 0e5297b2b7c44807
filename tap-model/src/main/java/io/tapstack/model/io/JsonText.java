package io.tapstack.model.io;

/** Strings of JSON. */
final class JsonText {

    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();
    private static final boolean[] ESCAPED = new boolean[128];

    static {
        for (int i = 0; i < ' '; i++) {
            ESCAPED[i] = true;
        }
        ESCAPED['"'] = true;
        ESCAPED['\\'] = true;
    }

    private JsonText() {}

    /** Appends a string in double quotes, and tells whether it stands there as it is, without escapes. */
    static boolean write(TextBuffer out, String text) {
        out.append('"');
        int start = out.length();
        out.append(text);
        int end = out.length();
        char[] chars = out.chars();
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (c < 128 ? ESCAPED[c] : Character.isSurrogate(c)) {
                out.truncate(i);
                escape(out, text, i - start);
                out.append('"');
                return false;
            }
        }
        out.append('"');
        return true;
    }

    /** Appends what a JSON string with this text has between its quotes, from a position on. */
    private static void escape(TextBuffer out, String text, int from) {
        for (int i = from, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                if (ESCAPED[c]) {
                    escape(out, c);
                } else {
                    out.append(c);
                }
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (isPair(text, i)) {
                out.append(c).append(text.charAt(++i));
            } else {
                hexadecimal(out, c);
            }
        }
    }

    private static void escape(TextBuffer out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append('\\').append('n');
            case '\t' -> out.append('\\').append('t');
            case '\r' -> out.append('\\').append('r');
            default -> hexadecimal(out, c);
        }
    }

    /** Whether two surrogates at a position make a character; a single one cannot be written in UTF-8. */
    static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    /** Appends a backslash, u and four digits. */
    static void hexadecimal(TextBuffer out, char c) {
        out.append('\\')
                .append('u')
                .append(HEXADECIMAL[c >> 12])
                .append(HEXADECIMAL[c >> 8 & 15])
                .append(HEXADECIMAL[c >> 4 & 15])
                .append(HEXADECIMAL[c & 15]);
    }
}

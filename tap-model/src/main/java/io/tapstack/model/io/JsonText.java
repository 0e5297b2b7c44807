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

    /** Appends a string in double quotes, and tells whether it is all ASCII and stands there as it is, without escapes. */
    static boolean write(TextBuffer out, String text) {
        out.append('"');
        int plain = out.appendUntil(text, ESCAPED);
        boolean whole = plain == text.length();
        if (!whole) {
            escape(out, text, plain);
        }
        out.append('"');
        return whole;
    }

    /** Appends what a JSON string with this text has between its quotes, from a position on. */
    private static void escape(TextBuffer out, String text, int from) {
        int plain = from;
        int length = text.length();
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 ? !ESCAPED[c] : !Character.isSurrogate(c)) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
                continue;
            }
            out.append(text, plain, i);
            plain = i + 1;
            escape(out, c);
        }
        out.append(text, plain, length);
    }

    private static void escape(TextBuffer out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\', c);
            case '\n' -> out.append('\\', 'n');
            case '\t' -> out.append('\\', 't');
            case '\r' -> out.append('\\', 'r');
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

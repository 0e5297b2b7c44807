package io.tapstack.model.io;

/** Strings of YAML in double quotes, with escapes. */
final class YamlEscapes {

    private YamlEscapes() {}

    /** Appends a string in double quotes, on one line. */
    static void write(TextBuffer out, String text) {
        out.append('"');
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            int meaning = YamlCharacters.of(c);
            if ((meaning & YamlCharacters.SURROGATE) != 0) {
                if (JsonText.isPair(text, i)) {
                    out.append(text, i, i + 2);
                    i++;
                } else {
                    JsonText.hexadecimal(out, c);
                }
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if ((meaning & (YamlCharacters.ESCAPED | YamlCharacters.LINE_FEED | YamlCharacters.TAB)) == 0) {
                out.append(text, i, i + 1);
            } else {
                escape(out, c);
            }
        }
        out.append('"');
    }

    private static void escape(TextBuffer out, char c) {
        switch (c) {
            case '\n' -> out.append('\\').append('n');
            case '\t' -> out.append('\\').append('t');
            case '\r' -> out.append('\\').append('r');
            default -> JsonText.hexadecimal(out, c);
        }
    }
}

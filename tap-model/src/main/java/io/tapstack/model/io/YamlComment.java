package io.tapstack.model.io;

/** Comments of YAML. */
final class YamlComment {

    private static final String RULE = "# ====================";

    private YamlComment() {}

    /** Appends the three lines of a heading. */
    static void heading(TextBuffer out, String text, int indentation) {
        out.spaces(indentation).append(RULE).newline();
        int start = 0;
        int end = text.stripTrailing().length();
        do {
            int feed = text.indexOf('\n', start);
            int stop = feed < 0 || feed > end ? end : feed;
            out.spaces(indentation).append('#').append(' ');
            line(out, text, start, stop);
            out.newline();
            start = stop + 1;
        } while (start < end);
        out.spaces(indentation).append(RULE).newline();
    }

    /** Appends a line without spaces at its end, and with a space for everything that can't stand in a comment. */
    private static void line(TextBuffer out, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int meaning = YamlCharacters.of(c);
            if ((meaning & YamlCharacters.SURROGATE) != 0 && JsonText.isPair(text, i) && i + 1 < end) {
                out.append(text, i, i + 2);
                i++;
            } else if ((meaning & (YamlCharacters.ESCAPED | YamlCharacters.SURROGATE)) == 0) {
                out.append(text, i, i + 1);
            } else {
                out.append(' ');
            }
        }
        while (out.endsWith(' ')) {
            out.truncate(out.length() - 1);
        }
    }
}

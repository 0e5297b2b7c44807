package io.tapstack.model.io;

/** Texts of several lines as a literal block: {@code |} and the lines as they are, indented. */
final class YamlBlock {

    private YamlBlock() {}

    /** Whether a text has several lines, or one that ends, and can be read back exactly from a block. */
    static boolean suits(String text) {
        if (text.indexOf('\n') < 0) {
            return false;
        }
        boolean blank = true;
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            int meaning = YamlCharacters.of(c);
            if ((meaning & YamlCharacters.ESCAPED) != 0) {
                return false;
            }
            if ((meaning & YamlCharacters.SURROGATE) != 0) {
                if (!JsonText.isPair(text, i)) {
                    return false;
                }
                i++;
            }
            blank &= c == '\n' || c == ' ' || c == '\t';
        }
        return !blank;
    }

    /**
     * Appends a text for which {@link #suits} holds, from the {@code |} to the end of its last line.
     *
     * @param indentation that of the lines: two more than that of the object or list in which the text stands
     */
    static void write(TextBuffer out, String text, int indentation) {
        out.append('|');
        char first = text.charAt(0);
        if (first == ' ' || first == '\n' || first == '\t') {
            out.append('2');
        }
        int end = text.length();
        if (text.charAt(end - 1) != '\n') {
            out.append('-');
        } else {
            end--;
            if (keepsEnd(text)) {
                out.append('+');
            }
        }
        int start = 0;
        while (start <= end) {
            int feed = text.indexOf('\n', start);
            int stop = feed < 0 || feed > end ? end : feed;
            out.newline();
            if (stop > start) {
                out.spaces(indentation).append(text, start, stop);
            }
            start = stop + 1;
        }
        out.newline();
    }

    /** Whether empty lines behind the block would become part of it. */
    static boolean keepsEnd(String text) {
        int length = text.length();
        return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
    }
}

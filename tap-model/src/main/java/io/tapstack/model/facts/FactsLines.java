package io.tapstack.model.facts;

/** Walks a facts file line by line and token by token, and knows where it is when something is wrong. */
final class FactsLines {

    private final String file;
    private final String text;
    private int line;
    private int position;
    private int end = -1;
    private int space = -1;

    FactsLines(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Goes to the next line; false at the end of the file. An empty line is malformed. */
    boolean nextLine() {
        position = end + 1;
        if (position >= text.length()) {
            return false;
        }
        line++;
        int newline = text.indexOf('\n', position);
        end = newline < 0 ? text.length() : newline;
        if (end == position) {
            throw malformed("empty line");
        }
        return true;
    }

    /** True while the current line has another token. */
    boolean hasToken() {
        return position <= end && position < text.length() && end > position;
    }

    /** The next token of the current line. */
    String token(String what) {
        if (!hasToken()) {
            throw malformed("expected " + what + ", found the end of the line");
        }
        int stop = Math.min(nextSpace(), end);
        if (stop == position) {
            throw malformed("expected " + what + ", found a second space");
        }
        String token = text.substring(position, stop);
        position = stop == end ? end : stop + 1;
        if (stop < end && position == end) {
            throw malformed("space at the end of the line");
        }
        return token;
    }

    /** The next space of the text, or its end. Looked for once: it may be many lines away. */
    private int nextSpace() {
        if (space < position) {
            int found = text.indexOf(' ', position);
            space = found < 0 ? text.length() : found;
        }
        return space;
    }

    FactsFormatException malformed(String problem) {
        return new FactsFormatException(file, line, problem);
    }

    String file() {
        return file;
    }
}

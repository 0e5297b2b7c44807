package io.tapstack.model.io;

/** A position in a text as people count it. */
final class TextPosition {

    private final int line;
    private final int column;

    private TextPosition(int line, int column) {
        this.line = line;
        this.column = column;
    }

    /** Where the character with this index stands. */
    static TextPosition of(String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new TextPosition(line, text.codePointCount(start, index) + 1);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}

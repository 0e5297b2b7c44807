package io.tapstack.reference.report;

/**
 * A line of a template with a caret below a column. What is left and right of the caret is cut off if the line is long; a tab is as
 * wide as it looks, and characters that a terminal would obey are replaced.
 */
final class SourceExcerpt {

    /** How many columns of a terminal are shown. */
    static final int WIDTH = 100;

    private static final int BEFORE = 40;
    private static final int TAB = 4;
    private static final String CUT = "…";

    private final StringBuilder shown = new StringBuilder();
    private int caret;
    private int width;

    private SourceExcerpt() {}

    /**
     * The excerpt of a line.
     *
     * @param column where the caret stands, in characters from 1; 0 for no caret. Behind the line's end it stands at the end.
     */
    static SourceExcerpt of(String line, int column) {
        int target = reach(line, column - 1);
        int skipped = Math.max(0, target - BEFORE);
        int index = skip(line, skipped);
        SourceExcerpt excerpt = new SourceExcerpt();
        if (index > 0) {
            excerpt.append(CUT, 1);
        }
        int position = skipped;
        while (index < line.length() && excerpt.width < WIDTH) {
            if (position++ == target) {
                excerpt.caret = excerpt.width;
            }
            int character = line.codePointAt(index);
            index += Character.charCount(character);
            excerpt.append(character);
        }
        if (position <= target) {
            excerpt.caret = excerpt.width;
        }
        if (index < line.length()) {
            excerpt.append(CUT, 1);
        }
        return excerpt;
    }

    /** How many of so many characters a line has. */
    private static int reach(String line, int characters) {
        int count = 0;
        for (int i = 0; count < characters && i < line.length(); count++) {
            i += Character.charCount(line.codePointAt(i));
        }
        return count;
    }

    /** Where a line goes on behind so many characters, which it has. */
    private static int skip(String line, int characters) {
        int index = 0;
        for (int i = 0; i < characters; i++) {
            index += Character.charCount(line.codePointAt(index));
        }
        return index;
    }

    private void append(int character) {
        if (character == '\t') {
            int spaces = TAB - width % TAB;
            append(" ".repeat(spaces), spaces);
        } else {
            String text = Harmless.orStandIn(character);
            append(text, cells(text.codePointAt(0)));
        }
    }

    private void append(String text, int cells) {
        shown.append(text);
        width += cells;
    }

    /** How many columns a terminal takes for a character. */
    private static int cells(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        return character >= 0x1100
                && (character <= 0x115F
                        || character >= 0x2E80 && character <= 0xA4CF
                        || character >= 0xAC00 && character <= 0xD7A3
                        || character >= 0xF900 && character <= 0xFAFF
                        || character >= 0xFE30 && character <= 0xFE6F
                        || character >= 0xFF00 && character <= 0xFF60
                        || character >= 0xFFE0 && character <= 0xFFE6
                        || character >= 0x1F300 && character <= 0x1FAFF
                        || character >= 0x20000 && character <= 0x3FFFD);
    }

    /** What is shown of the line. */
    String text() {
        return shown.toString().stripTrailing();
    }

    /** How many columns of a terminal are left of the caret. */
    int caret() {
        return caret;
    }
}

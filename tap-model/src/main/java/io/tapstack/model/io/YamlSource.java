package io.tapstack.model.io;

import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text as SnakeYAML's scanner reads it. Unlike the class that it replaces, it never copies what it has not read yet, which takes
 * minutes for a long line.
 */
final class YamlSource extends StreamReader {

    private static final int[] NO_SNIPPET = new int[0];

    private final int[] codePoints;
    private int index;
    private int line;
    private int column;

    private YamlSource(int[] codePoints) {
        super("");
        this.codePoints = codePoints;
    }

    /**
     * The text as a source.
     *
     * @throws UnreadableException if it holds a character that YAML forbids
     */
    static YamlSource of(String text) throws UnreadableException {
        int[] codePoints = new int[text.codePointCount(0, text.length())];
        int index = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoints[index++])) {
            int codePoint = text.codePointAt(i);
            if (!isPrintable(codePoint)) {
                TextPosition place = TextPosition.of(text, i);
                throw UnreadableException.text(
                        place.line(),
                        place.column(),
                        "The character U+" + hexadecimal(codePoint) + " may not stand in YAML.",
                        "Remove it, or write it as an escape in double quotes.");
            }
            codePoints[index] = codePoint;
        }
        return new YamlSource(codePoints);
    }

    private static String hexadecimal(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, NO_SNIPPET, 0);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int count) {
        int end = Math.min(index + count, codePoints.length);
        while (index < end) {
            int codePoint = codePoints[index++];
            if (isLineEnd(codePoint)) {
                line++;
                column = 0;
            } else if (codePoint != 0xFEFF) {
                column++;
            }
        }
    }

    /** Whether a line ends with this character, and not only with the line feed behind it. */
    private boolean isLineEnd(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\r' && peek() != '\n'
                || codePoint == 0x85
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    @Override
    public int peek() {
        return index < codePoints.length ? codePoints[index] : 0;
    }

    @Override
    public int peek(int offset) {
        return index + offset < codePoints.length ? codePoints[index + offset] : 0;
    }

    /** Behind the end there are NULs: the scanner counts on the length. */
    @Override
    public String prefix(int length) {
        int present = Math.min(length, codePoints.length - index);
        String prefix = new String(codePoints, index, present);
        return present == length ? prefix : prefix + "\0".repeat(length - present);
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        index = Math.min(index + length, codePoints.length);
        column += length;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return index;
    }

    @Override
    public void resetDocumentIndex() {
        // The limit on the length of a document is that of the file.
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getLine() {
        return line;
    }
}

package io.tapstack.reference.graph;

/**
 * Text and names as Mermaid reads them.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters">Entity codes</a>
 */
final class MermaidText {

    private static final int LONGEST = 80;
    private static final String HARMLESS = "-_.,/()+*= \u2026";

    private MermaidText() {}

    /**
     * A text for a label between quotation marks: everything but letters, digits and a few signs is written as its code, so that no
     * text can end the label, begin a directive or be taken for markup; characters that cannot be seen become spaces; a text of
     * more than 80 characters is cut.
     */
    static String label(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Labels.visible(text, LONGEST).codePoints().forEach(point -> {
            if (isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                out.appendCodePoint(point);
            } else {
                out.append('#').append(point).append(';');
            }
        });
        return out.toString();
    }

    private static boolean isLetterOrDigit(int point) {
        return point < 128 ? Character.isLetterOrDigit(point) : Character.isLetter(point);
    }
}

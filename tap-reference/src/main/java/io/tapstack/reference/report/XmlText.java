package io.tapstack.reference.report;

/** Text and attributes of XML 1.0. Characters that XML can't hold, and those that terminals obey, are written out by their number. */
final class XmlText {

    private XmlText() {}

    /** A text as it stands between tags or in an attribute. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&':
                escaped.append("&amp;");
                break;
            case '<':
                escaped.append("&lt;");
                break;
            case '>':
                escaped.append("&gt;");
                break;
            case '"':
                escaped.append("&quot;");
                break;
            case '\t':
            case '\n':
            case '\r':
                escaped.append("&#").append(c).append(';');
                break;
            default:
                if (Harmless.isHarmless(c)) {
                    escaped.appendCodePoint(c);
                } else {
                    escaped.append(Harmless.escape(c));
                }
        }
    }
}

package io.tapstack.model.codegen;

/** Text as Java source and as Javadoc. */
final class Literals {

    private Literals() {}

    /** A string literal, in ASCII. */
    static String string(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n' || c == '\r') {
                out.append(c == '\n' ? "\\n" : "\\r");
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** Text in Javadoc, set as code: nothing in it ends the comment, opens a tag or is an escape. */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder(text.length() + 13).append("<code>");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 128 && Character.isLetterOrDigit(c)) || "_-.: ,()".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append("&#").append((int) c).append(';');
            }
        }
        return out.append("</code>").toString();
    }
}

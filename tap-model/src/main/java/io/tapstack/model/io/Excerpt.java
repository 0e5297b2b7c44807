package io.tapstack.model.io;

/** Text of others within a message: one line, not too long, nothing that a terminal might obey. */
final class Excerpt {

    private static final int MAXIMUM = 200;

    private Excerpt() {}

    /** The first line of a text, shortened. */
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < MAXIMUM; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return out.toString();
            }
            boolean harmless = !Character.isISOControl(c) && !Character.isSurrogate(c);
            out.append(harmless ? c : '?');
        }
        return text.length() > MAXIMUM ? out + "…" : out.toString();
    }
}

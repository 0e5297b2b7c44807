package io.tapstack.model.validation.structure;

import java.util.Iterator;

/** Makes texts fit into messages. */
final class Texts {

    private static final int LONGEST = 60;

    private Texts() {}

    /** A text without line breaks, cut if it is long. */
    static String excerpt(String text) {
        String line = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        StringBuilder clean = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            clean.append(c < ' ' || c == 0x7f ? ' ' : c);
        }
        return clean.toString();
    }

    /** Names with commas between them, the first twenty. */
    static String list(Iterable<String> names) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Iterator<String> rest = names.iterator(); rest.hasNext(); count++) {
            if (count == 20) {
                return text.append(", …").toString();
            }
            text.append(count == 0 ? "" : ", ").append(rest.next());
        }
        return text.toString();
    }
}

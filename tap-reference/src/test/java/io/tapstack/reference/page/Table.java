package io.tapstack.reference.page;

import java.util.List;

/** A table of a page. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... headings) {
        row(headings);
        text.append("|---".repeat(headings.length)).append("|\n");
    }

    Table row(String... cells) {
        for (String cell : List.of(cells)) {
            text.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
        }
        text.append("|\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A text in code marks; nothing if there is none. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}

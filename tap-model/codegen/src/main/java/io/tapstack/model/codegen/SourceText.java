package io.tapstack.model.codegen;

/** Source text as it grows, indented by its braces. */
final class SourceText {

    private static final String INDENTS = "    ".repeat(8);

    private final StringBuilder text = new StringBuilder(8192);
    private int depth;

    /** Adds a line. */
    SourceText line(String line) {
        if (!line.isEmpty()) {
            text.append(INDENTS, 0, 4 * depth).append(line);
        }
        text.append('\n');
        return this;
    }

    /** Adds an empty line. */
    SourceText blank() {
        return line("");
    }

    /** Adds a line that opens a block. */
    SourceText open(String line) {
        line(line + " {");
        depth++;
        return this;
    }

    /** Closes the innermost block. */
    SourceText close() {
        depth--;
        return line("}");
    }

    /** Adds a method of one statement. */
    SourceText method(String declaration, String statement) {
        return open(declaration).line(statement).close();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

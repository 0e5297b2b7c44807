package io.tapstack.model.facts;

/** Thrown when a facts file is missing or malformed: always a fault of the build that made it, never of a template. */
public final class FactsFormatException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    FactsFormatException(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /** The file, relative to the facts folder, for example {@code cloudformation/aws/dynamodb/Table.facts}. */
    public String file() {
        return file;
    }

    /** The line, counted from one; zero when the whole file is meant. */
    public int line() {
        return line;
    }
}

package io.tapstack.model.io;

import org.jspecify.annotations.Nullable;

/** Ends the reading of a file that can't be read. Never leaves this package: it becomes a finding. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String ruleId;
    private final int line;
    private final int column;
    private final String remedy;

    UnreadableException(String ruleId, int line, int column, String message, String remedy) {
        super(message, null, false, false);
        this.ruleId = ruleId;
        this.line = line;
        this.column = column;
        this.remedy = remedy;
    }

    /** The file has no such text as a template has. */
    static UnreadableException text(int line, int column, String message, String remedy) {
        return new UnreadableException(ReaderRules.UNREADABLE, line, column, message, remedy);
    }

    /** The file is more than the reader takes. */
    static UnreadableException limit(int line, int column, String message) {
        return new UnreadableException(
                ReaderRules.LIMIT, line, column, message, "Split the template, or raise the limit of the reader.");
    }

    String ruleId() {
        return ruleId;
    }

    /** From 1; 0 if the file as a whole is meant. */
    int line() {
        return line;
    }

    int column() {
        return column;
    }

    @Override
    public String getMessage() {
        @Nullable String message = super.getMessage();
        return message == null ? "" : message;
    }

    String remedy() {
        return remedy;
    }
}

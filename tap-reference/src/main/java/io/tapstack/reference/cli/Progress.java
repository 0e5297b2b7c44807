package io.tapstack.reference.cli;

/** A line on standard error that says how far a command is, if a person looks and there is more than one thing to do. */
final class Progress {

    private static final String LINE_START = "\r\u001b[K";

    private final Console console;
    private final int total;
    private final boolean shown;

    Progress(Console console, int total) {
        this.console = console;
        this.total = total;
        this.shown = total > 1 && console.terminal().progress();
    }

    /** So many are done. */
    void done(int count) {
        if (shown) {
            console.note(LINE_START + "checked " + count + " of " + total + " files");
        }
    }

    /** Takes the line away. */
    void clear() {
        if (shown) {
            console.note(LINE_START);
        }
    }
}

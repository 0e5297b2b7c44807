package io.tapstack.reference.cli;

/** The exit codes of the commands. */
final class ExitCode {

    /** All is well. */
    static final int OK = 0;
    /** There are findings at the level at which a command fails. */
    static final int FINDINGS = 1;
    /** {@code tap diff}: the templates differ. */
    static final int DIFFERENT = 1;
    /** What was typed makes no sense, or a file can't be read or written. */
    static final int USAGE = 2;
    /** {@code tap diff}: the update loses data, or it is not certain that it loses none. */
    static final int DATA_LOSS = 3;
    /** A fault of the command line itself, so that nobody takes it for findings. */
    static final int FAULT = 70;

    private ExitCode() {}
}

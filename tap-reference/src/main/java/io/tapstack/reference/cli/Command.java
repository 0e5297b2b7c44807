package io.tapstack.reference.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what may be typed behind its name, and what it does. */
interface Command {

    /** Its name. */
    String name();

    /** What it does, in a sentence or two. */
    String description();

    /** Adds its options and parameters. */
    void declare(CommandSpec spec);

    /**
     * Does it, and returns the exit code.
     *
     * @throws UsageException if what was typed makes no sense
     * @throws IOException if something cannot be read or written; its message says what and why
     */
    int run(ParseResult typed, Console console) throws IOException;
}

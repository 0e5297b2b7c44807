package io.tapstack.reference.cli;

import io.tapstack.model.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --out} of commands that write something. */
final class OutOption {

    private OutOption() {}

    /** Adds it to a command. */
    static void declare(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--out")
                .paramLabel("FILE")
                .type(String.class)
                .description("Where to write; by default to standard output.")
                .build());
    }

    /**
     * The file that was typed; null for standard output.
     *
     * @throws UsageException if it is no name of a file
     */
    static @Nullable Path parse(ParseResult typed) {
        String name = typed.matchedOptionValue("--out", null);
        return name == null ? null : Paths.of("--out", name);
    }

    /**
     * Writes there, the whole or nothing.
     *
     * @throws IOException if it cannot be written; its message says what and why
     */
    static void write(@Nullable Path out, byte[] text, Console console) throws IOException {
        if (out == null) {
            console.print(text);
        } else {
            AtomicFiles.write(out, text);
        }
    }
}

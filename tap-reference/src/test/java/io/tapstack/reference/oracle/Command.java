package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program to run: its arguments, its environment and how long it may take. What it prints is kept and shown when it fails. */
final class Command {

    private final List<String> arguments;
    private final Map<String, String> environment = new LinkedHashMap<>(System.getenv());
    private Path directory = Path.of("").toAbsolutePath();
    private Duration limit = Duration.ofMinutes(2);
    private String input = "";

    private Command(List<String> arguments) {
        this.arguments = arguments;
    }

    /** A command that inherits the environment. */
    static Command of(List<String> arguments) {
        return new Command(List.copyOf(arguments));
    }

    /** A command that inherits the environment. */
    static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    /** Inherits nothing: sees these variables only. */
    Command environment(Map<String, String> variables) {
        environment.clear();
        environment.putAll(variables);
        return this;
    }

    /** Runs there. */
    Command in(Path newDirectory) {
        directory = newDirectory;
        return this;
    }

    /** May take so long; is killed then. */
    Command within(Duration newLimit) {
        limit = newLimit;
        return this;
    }

    /** Reads this from its standard input. */
    Command input(String text) {
        input = text;
        return this;
    }

    /** Runs to the end, whatever that is. */
    Outcome run() {
        try {
            return run(scratch("in"), scratch("out"), scratch("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", arguments) + ": " + e.getMessage(), e);
        }
    }

    /** Runs to a good end. */
    Outcome succeed() {
        Outcome outcome = run();
        if (outcome.exit() != 0) {
            throw new AssertionError("failed: " + outcome);
        }
        return outcome;
    }

    private Outcome run(Path in, Path out, Path err) throws IOException {
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(arguments)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            int exit = finish(builder.start(), out, err);
            return new Outcome(arguments, exit, text(out), text(err));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    private int finish(Process process, Path out, Path err) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError(
                    "not done within " + limit + ": " + new Outcome(arguments, -1, text(out), text(err)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + String.join(" ", arguments), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Path scratch(String kind) throws IOException {
        return Files.createTempFile("tap-oracle-", "." + kind);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** What came of a command. */
    record Outcome(List<String> arguments, int exit, String out, String err) {

        @Override
        public String toString() {
            return String.join(" ", arguments) + "\nexit code " + exit + "\n--- output\n" + out + "\n--- errors\n"
                    + err;
        }
    }
}

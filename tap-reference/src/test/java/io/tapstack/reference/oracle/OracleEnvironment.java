package io.tapstack.reference.oracle;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Python virtual environment with cfn-lint, the emulator and the AWS CLI, each at its pinned version.
 *
 * <p>Made once and kept while {@code requirements.txt} stays the same. Pip takes the packages from wherever it is configured to.
 */
final class OracleEnvironment {

    private static final List<String> NAMES =
            List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11");
    private static final String FIT =
            "import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 11) else 'Python ' + sys.version.split()[0] + ' is too old')";

    private final Path home;

    private OracleEnvironment(Path home) {
        this.home = home;
    }

    /** The environment, made if it is not there or no longer what the requirements say. */
    static OracleEnvironment ready() {
        return ready("venv", "requirements.txt");
    }

    /**
     * Another environment, for packages that do not go with those of the first.
     *
     * @param name of its folder
     * @param list the file of its packages, in {@code src/test/oracles}
     */
    static synchronized OracleEnvironment ready(String name, String list) {
        Path home = OraclePaths.work().resolve(name);
        Path requirements = OraclePaths.module().resolve("src/test/oracles").resolve(list);
        Path made = home.resolve("made-from.sha256");
        try {
            String wanted = sha256(Files.readAllBytes(requirements));
            if (!Files.exists(made) || !Files.readString(made).equals(wanted)) {
                make(home, requirements);
                Files.writeString(made, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OracleEnvironment(home);
    }

    /** A program of the environment, such as {@code cfn-lint}. */
    String program(String name) {
        return bin().resolve(name).toString();
    }

    /** The folder of its programs. */
    Path bin() {
        return home.resolve("bin");
    }

    private static void make(Path home, Path requirements) {
        System.out.println("oracles: installing " + requirements + " into " + home);
        Duration limit = Duration.ofMinutes(10);
        Command.of(python(), "-m", "venv", "--clear", home.toString())
                .within(limit)
                .succeed();
        String python = home.resolve("bin/python").toString();
        String quiet = "--disable-pip-version-check";
        Command.of(
                        python,
                        "-m",
                        "pip",
                        "install",
                        quiet,
                        "--no-input",
                        "--no-deps",
                        "-q",
                        "-r",
                        requirements.toString())
                .within(limit)
                .succeed();
        Command.of(python, "-m", "pip", "check", quiet).succeed();
    }

    /** The first Python on the path that is new enough and can make virtual environments. */
    private static String python() {
        List<String> refusals = new ArrayList<>();
        for (String name : NAMES) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
                Path program = Path.of(folder, name);
                if (!Files.isExecutable(program)) {
                    continue;
                }
                Command.Outcome outcome =
                        Command.of(program.toString(), "-c", FIT).run();
                if (outcome.exit() == 0) {
                    return program.toString();
                }
                refusals.add(program + ": " + lastLine(outcome.err()));
            }
        }
        throw new IllegalStateException("the oracles need Python 3.11 or newer with the modules venv and ensurepip"
                + " (on Debian and Ubuntu: apt-get install python3 python3-venv); "
                + (refusals.isEmpty() ? "no python3 is on the PATH" : "found " + String.join(", ", refusals)));
    }

    private static String lastLine(String text) {
        try (Stream<String> lines = text.lines()) {
            return lines.reduce("no answer", (first, second) -> second);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

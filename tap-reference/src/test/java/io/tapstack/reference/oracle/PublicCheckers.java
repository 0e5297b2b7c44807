package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** checkov, and the Guard rules of AWS Control Tower with the program that judges by them, each at its pinned version. */
final class PublicCheckers {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final OracleEnvironment environment;
    private final String linter;
    private final Path guard;

    private PublicCheckers(OracleEnvironment environment, Path guard) {
        this.environment = environment;
        this.guard = guard;
        this.linter = OracleEnvironment.ready().program("cfn-lint");
    }

    /** The checkers, installed if they are not there. The package of rules brings its program along; the rest of it is not needed. */
    static synchronized PublicCheckers ready() {
        OracleEnvironment environment = OracleEnvironment.ready("checkers", "checkers.txt");
        Path list = OraclePaths.module().resolve("src/test/oracles/guard.txt");
        try {
            Path guard =
                    OraclePaths.work().resolve(Files.readString(list).strip().replace("==", "-"));
            if (!Files.exists(guard)) {
                Path fresh = OraclePaths.emptyFolder("guard");
                Command.of(
                                environment.program("python"),
                                "-m",
                                "pip",
                                "install",
                                "--disable-pip-version-check",
                                "--no-input",
                                "--no-deps",
                                "-q",
                                "--target",
                                fresh.toString(),
                                "-r",
                                list.toString())
                        .within(LIMIT)
                        .succeed();
                Files.move(fresh, guard);
            }
            return new PublicCheckers(environment, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with these templates: findings that no exception record answers, and records that answer no finding, one in a
     * line.
     *
     * @param work a folder for what the checkers read
     */
    List<String> problems(Path work, List<Path> templates) {
        List<String> arguments = new ArrayList<>(List.of(
                environment.program("python"),
                OraclePaths.module().resolve("src/test/oracles/checkers.py").toString(),
                linter,
                guard.toString(),
                work.toString()));
        templates.forEach(template -> arguments.add(template.toString()));
        Command.Outcome outcome = Command.of(arguments).within(LIMIT).succeed();
        try (Stream<String> lines = outcome.out().lines()) {
            return lines.toList();
        }
    }
}

package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the Python tests of the functions, one folder each. */
@Tag("oracle")
class HandlerOracleTest {

    private static final Pattern COUNT = Pattern.compile("Ran (\\d+) tests? in");

    @ParameterizedTest
    @MethodSource("folders")
    void the_tests_of_a_function_pass(Path folder) {
        Command.Outcome outcome = Command.of(
                        OracleEnvironment.ready().program("python"),
                        "-B",
                        "-m",
                        "unittest",
                        "discover",
                        "-s",
                        folder.toString())
                .within(Duration.ofMinutes(15))
                .succeed();

        Matcher count = COUNT.matcher(outcome.err());
        assertThat(count.find()).as(outcome.toString()).isTrue();
        assertThat(Integer.parseInt(count.group(1))).as(outcome.toString()).isPositive();
        System.out.println("oracles: " + folder.getFileName() + ": " + count.group(1) + " Python tests passed");
    }

    @SuppressWarnings("unused")
    static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : List.of("tap-patterns", "tap-reference")) {
            try (Stream<Path> tests =
                    Files.list(OraclePaths.module().resolveSibling(module).resolve("src/test/python"))) {
                tests.filter(Files::isDirectory).sorted().forEach(folders::add);
            }
        }
        return folders;
    }
}

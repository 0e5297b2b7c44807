package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the oracles find things, and where they put theirs. */
final class OraclePaths {

    private OraclePaths() {}

    /** The folder {@code tap-reference}. */
    static Path module() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (Path candidate : List.of(folder, folder.resolve("tap-reference"))) {
                if (Files.isRegularFile(candidate.resolve("src/test/oracles/requirements.txt"))) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("run the tests inside the project: there is no tap-reference above "
                + Path.of("").toAbsolutePath());
    }

    /** The page of a pipeline. */
    static Path page(String pipeline) {
        return module().resolveSibling("docs").resolve("pipelines").resolve(pipeline + ".md");
    }

    /** Where everything goes that the oracles make; the system property {@code tap.oracles} moves it. */
    static Path work() {
        return Path.of(System.getProperty(
                        "tap.oracles", module().resolve("target/oracles").toString()))
                .toAbsolutePath();
    }

    /** An empty folder of this name; it stays after the test, to be looked at. */
    static Path emptyFolder(String name) {
        Path folder = work().resolve("run").resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

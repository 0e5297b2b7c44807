package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Templates of others, unpacked from the published packages that {@code oracles/corpus.txt} names. They are never kept here. */
final class Corpus {

    private final Path folder;

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** The corpus, fetched and unpacked if it is not there yet. */
    static synchronized Corpus ready(OracleEnvironment tools) {
        Path scripts = OraclePaths.module().resolve("src/test/oracles");
        Path folder = OraclePaths.work().resolve("corpus").resolve("templates");
        Path made = folder.resolveSibling("made-from.txt");
        try {
            String wanted = Files.readString(scripts.resolve("corpus.txt"));
            if (!Files.exists(made) || !Files.readString(made).equals(wanted)) {
                Command.of(tools.program("python"), scripts.resolve("corpus.py").toString(), folder.toString())
                        .within(Duration.ofMinutes(10))
                        .succeed();
                Files.writeString(made, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Corpus(folder);
    }

    /** Where it lies. */
    Path folder() {
        return folder;
    }

    /** Its files, sorted by name; the names have slashes on every system. */
    List<String> files() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

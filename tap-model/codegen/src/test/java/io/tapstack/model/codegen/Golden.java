package io.tapstack.model.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The golden files: synthetic facts that hold every trap, and the sources that must come out of them. */
final class Golden {

    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final Path FACTS = FOLDER.resolve("facts");
    static final Path EXPECTED = FOLDER.resolve("expected");
    static final Path USE = FOLDER.resolve("use");

    private Golden() {}

    /** All files of a folder, by path relative to it. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}

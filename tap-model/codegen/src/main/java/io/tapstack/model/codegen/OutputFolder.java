package io.tapstack.model.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source root that the generator keeps up to date: a file is written only when its content changes, so that a compiler that
 * looks at times has nothing to do, and what is no longer generated is deleted.
 */
final class OutputFolder {

    private final Path root;
    private final Set<Path> current = new HashSet<>();
    private final Set<String> caseless = new HashSet<>();
    private int written;
    private int deleted;

    OutputFolder(Path root) {
        this.root = root;
    }

    /** Writes a file, unless it is there already with this content. */
    void write(SourceFile source) throws IOException {
        Path file = root.resolve(source.path());
        if (!current.add(file) || !caseless.add(source.path().toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException(source.path() + " would be written twice");
        }
        byte[] content = source.text().getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            written++;
        }
    }

    /**
     * Deletes all files that have not been written since this object was made, and folders that become empty.
     *
     * @throws IllegalStateException if one of them was not generated; then the folder is not ours
     */
    void deleteStale() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!current.contains(file)) {
                    deleteGenerated(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                try (var entries = Files.list(folder)) {
                    if (entries.findAny().isPresent()) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void deleteGenerated(Path file) throws IOException {
        if (!Files.readString(file).startsWith(SourceFile.HEADER)) {
            throw new IllegalStateException(
                    file + " was not generated, so " + root + " is not the generator's own folder");
        }
        Files.delete(file);
        deleted++;
    }

    @Override
    public String toString() {
        return current.size() + " generated sources: " + written + " written, " + deleted + " deleted";
    }
}

package io.tapstack.model.codegen.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fetches packages with their registries' own clients into a folder, and uses again what is there. */
final class Downloads {

    private final Path folder;

    Downloads(Path folder) {
        this.folder = folder;
    }

    /** The version of the lock: already there with the right hash, or downloaded; another hash is an error. */
    SourceFile locked(SourcePackage source, SourceLock lock) {
        String version = lock.version(source);
        if (version == null) {
            throw new RefreshException("SOURCE doesn't record a version of " + source.packageName);
        }
        for (Path file : files(source)) {
            SourceFile present = SourceFile.of(source, file);
            if (present.version.equals(version) && present.sha256.equals(lock.sha256(source))) {
                return present;
            }
        }
        SourceFile fetched = fetch(source, version);
        if (!fetched.sha256.equals(lock.sha256(source))) {
            throw new RefreshException(source.packageName + " " + version + " has the hash " + fetched.sha256
                    + ", but SOURCE records " + lock.sha256(source));
        }
        return fetched;
    }

    /** The newest version. */
    SourceFile newest(SourcePackage source) {
        return fetch(source, null);
    }

    private SourceFile fetch(SourcePackage source, @Nullable String version) {
        Path fresh = folder.resolve("fetch-" + source.name().toLowerCase(java.util.Locale.ROOT));
        try {
            Files.createDirectories(fresh);
            for (Path old : list(fresh)) {
                Files.delete(old);
            }
            run(source.download(version), fresh);
            Set<Path> arrived = new HashSet<>(list(fresh));
            arrived.removeIf(file -> !String.valueOf(file.getFileName()).startsWith(source.filePrefix()));
            if (arrived.size() != 1) {
                throw new RefreshException("Expected one file of " + source.packageName + ", found " + arrived);
            }
            Path file = arrived.iterator().next();
            Path kept = folder.resolve(file.getFileName());
            Files.move(file, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.delete(fresh);
            return SourceFile.of(source, kept);
        } catch (IOException e) {
            throw new RefreshException("Can't download " + source.packageName, e);
        }
    }

    private static void run(List<String> command, Path folder) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new RefreshException(String.join(" ", command) + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new RefreshException(String.join(" ", command) + " was interrupted", e);
        }
    }

    private List<Path> files(SourcePackage source) {
        try {
            return Files.isDirectory(folder)
                    ? list(folder).stream()
                            .filter(file -> String.valueOf(file.getFileName()).startsWith(source.filePrefix()))
                            .collect(Collectors.toList())
                    : List.of();
        } catch (IOException e) {
            throw new RefreshException("Can't list " + folder, e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(Collectors.toList());
        }
    }
}

package io.tapstack.model.codegen.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions and hashes that the file {@code SOURCE} records. */
final class SourceLock {

    private final Map<SourcePackage, String[]> entries = new EnumMap<>(SourcePackage.class);

    private SourceLock(List<String> lines) {
        for (String line : lines) {
            String[] tokens = line.split(" ", -1);
            if (tokens[0].equals("source")) {
                for (SourcePackage source : SourcePackage.values()) {
                    if (tokens.length == 6 && tokens[2].equals(source.packageName)) {
                        entries.put(source, new String[] {tokens[3], tokens[5].substring("sha256=".length())});
                    }
                }
            }
        }
    }

    /** Reads the lock of a facts folder; empty if there is none yet. */
    static SourceLock read(Path factsDir) {
        Path file = factsDir.resolve("SOURCE");
        try {
            return new SourceLock(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw new RefreshException("Can't read " + file, e);
        }
    }

    @Nullable
    String version(SourcePackage source) {
        String[] entry = entries.get(source);
        return entry == null ? null : entry[0];
    }

    @Nullable
    String sha256(SourcePackage source) {
        String[] entry = entries.get(source);
        return entry == null ? null : entry[1];
    }
}

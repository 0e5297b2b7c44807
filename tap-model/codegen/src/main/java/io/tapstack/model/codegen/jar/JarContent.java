package io.tapstack.model.codegen.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a jar, in order, without its folders. */
final class JarContent {

    private final Map<String, byte[]> files;
    private final LocalDateTime time;

    private JarContent(Map<String, byte[]> files, LocalDateTime time) {
        this.files = Collections.unmodifiableMap(files);
        this.time = time;
    }

    static JarContent of(Map<String, byte[]> files, LocalDateTime time) {
        return new JarContent(new LinkedHashMap<>(files), time);
    }

    static JarContent read(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        LocalDateTime latest = LocalDateTime.of(1980, 1, 1, 0, 0);
        try (JarFile jar = new JarFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                    latest = entry.getTimeLocal().isAfter(latest) ? entry.getTimeLocal() : latest;
                }
            }
        }
        return new JarContent(files, latest);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** These files with others in place of those of the same name, or behind them. */
    JarContent with(Map<String, byte[]> others) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.putAll(others);
        return new JarContent(all, time);
    }

    /**
     * Writes a jar whose files all bear the time of the latest in the jar that was read.
     *
     * @param asTheyAre which files to store without packing them
     */
    void write(Path file, Predicate<String> asTheyAre) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(time);
                if (asTheyAre.test(content.getKey())) {
                    store(entry, content.getValue());
                }
                jar.putNextEntry(entry);
                jar.write(content.getValue());
                jar.closeEntry();
            }
        }
    }

    private static void store(ZipEntry entry, byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
    }
}

package io.tapstack.model.codegen.refresh;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a downloaded package, an npm tarball or a Python wheel. */
final class SourceArchive {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String name;
    private final TreeMap<String, byte[]> files;

    SourceArchive(String name, Map<String, byte[]> files) {
        this.name = name;
        this.files = new TreeMap<>(files);
    }

    /** Opens a {@code .tgz} or a {@code .whl}. */
    static SourceArchive open(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceArchive(name, name.endsWith(".whl") ? wheel(in) : TarReader.read(new GZIPInputStream(in)));
        } catch (IOException e) {
            throw new RefreshException("Can't read " + file, e);
        }
    }

    private static Map<String, byte[]> wheel(InputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    /** The names of the files that start so, sorted. */
    Iterable<String> files(String prefix) {
        SortedMap<String, byte[]> tail = files.subMap(prefix, prefix + Character.MAX_VALUE);
        return tail.keySet();
    }

    /** A file's text. */
    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** A JSON file, compressed or not. */
    JsonNode json(String file) {
        try {
            InputStream in = new ByteArrayInputStream(bytes(file));
            return JSON.readTree(file.endsWith(".gz") ? new GZIPInputStream(in) : in);
        } catch (IOException e) {
            throw new RefreshException("Can't read " + file + " of " + name, e);
        }
    }

    private byte[] bytes(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new RefreshException(name + " has no file " + file + ": its layout has changed");
        }
        return bytes;
    }
}

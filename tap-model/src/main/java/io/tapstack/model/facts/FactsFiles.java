package io.tapstack.model.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the facts files are: on the class path beside these classes, or in a folder. */
final class FactsFiles {

    private final @Nullable Path folder;

    private FactsFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    static FactsFiles bundled() {
        return new FactsFiles(null);
    }

    static FactsFiles in(Path folder) {
        return new FactsFiles(folder);
    }

    /** The text of a file, named relative to the facts folder. */
    String read(String file) {
        try {
            return FactsText.decode(folder == null ? fromClassPath(file) : Files.readAllBytes(folder.resolve(file)));
        } catch (NoSuchFileException e) {
            throw new FactsFormatException(file, 0, "no such facts file in " + folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the facts file " + file, e);
        }
    }

    /** The lines of an index: names, strictly ascending. */
    List<String> index(String file) {
        FactsLines lines = new FactsLines(file, read(file));
        List<String> names = new ArrayList<>(2048);
        String previous = "";
        while (lines.nextLine()) {
            String name = lines.token("a name");
            if (lines.hasToken() || name.compareTo(previous) <= 0) {
                throw lines.malformed("an index is sorted and has one name a line");
            }
            names.add(name);
            previous = name;
        }
        return Collections.unmodifiableList(names);
    }

    private static byte[] fromClassPath(String file) throws IOException {
        try (InputStream in = FactsFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FactsFormatException(file, 0, "no such facts file on the class path");
            }
            return in.readAllBytes();
        }
    }
}

package io.tapstack.model.codegen.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a facts folder that are made, as opposed to written by hand. */
final class FactsTree {

    private static final List<String> MADE = List.of("cloudformation", "iam");

    private final Map<String, String> files = new TreeMap<>();

    /** Adds a file, named relative to the folder. */
    void put(String file, String text) {
        files.put(file, text);
    }

    Map<String, String> files() {
        return files;
    }

    /** The made files of a folder as they are now. */
    static FactsTree read(Path folder) {
        FactsTree tree = new FactsTree();
        for (String file : made(folder)) {
            try {
                tree.put(file, Files.readString(folder.resolve(file)));
            } catch (IOException e) {
                throw new RefreshException("Can't read " + file, e);
            }
        }
        return tree;
    }

    /** Writes the files whose content changes and deletes made files that aren't here; returns how many it touched. */
    int writeTo(Path folder) {
        checkNames();
        int touched = 0;
        try {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                touched += write(folder.resolve(entry.getKey()), entry.getValue()) ? 1 : 0;
            }
            for (String file : made(folder)) {
                if (!files.containsKey(file)) {
                    Files.delete(folder.resolve(file));
                    touched++;
                }
            }
        } catch (IOException e) {
            throw new RefreshException("Can't write " + folder, e);
        }
        return touched;
    }

    private static boolean write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
        return true;
    }

    /** Two names that differ only in case would be one file on many machines. */
    private void checkNames() {
        Map<String, String> lower = new TreeMap<>();
        for (String file : files.keySet()) {
            String other = lower.put(file.toLowerCase(Locale.ROOT), file);
            if (other != null) {
                throw new RefreshException(other + " and " + file + " differ only in case");
            }
        }
    }

    private static List<String> made(Path folder) {
        try (Stream<Path> found = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> MADE.contains(file.substring(0, Math.max(0, file.indexOf('/')))))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new RefreshException("Can't list " + folder, e);
        }
    }
}

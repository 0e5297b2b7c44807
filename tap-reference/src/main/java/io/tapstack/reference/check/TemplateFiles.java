package io.tapstack.reference.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which files to check: those that are named, and the templates in the directories that are named, at any depth, sorted by name. Each
 * file once. Links to directories are not followed below a named one, so no walk goes in circles.
 */
public final class TemplateFiles {

    private final List<Path> files = new ArrayList<>();
    private final Map<Path, List<Path>> skipped = new LinkedHashMap<>();
    private final Map<Path, IOException> unreadable = new LinkedHashMap<>();
    private final Set<Path> seen = new HashSet<>();

    private TemplateFiles() {}

    /** Looks at what is named. */
    public static TemplateFiles of(List<Path> named) {
        TemplateFiles found = new TemplateFiles();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                found.walk(path, path);
            } else {
                found.add(path);
            }
        }
        return found;
    }

    private void walk(Path top, Path directory) {
        for (Path entry : entries(directory)) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                walk(top, entry);
            } else if (TemplateSniffer.isTemplate(entry)) {
                add(entry);
            } else {
                skipped.computeIfAbsent(top, path -> new ArrayList<>()).add(top.relativize(entry));
            }
        }
    }

    private List<Path> entries(Path directory) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            unreadable.put(directory, e.getCause());
        } catch (IOException e) {
            unreadable.put(directory, e);
        }
        entries.sort(Comparator.comparing(Path::toString));
        return entries;
    }

    private void add(Path file) {
        if (seen.add(file.toAbsolutePath().normalize())) {
            files.add(file);
        }
    }

    /** The files to check, in order. */
    public List<Path> files() {
        return Collections.unmodifiableList(files);
    }

    /** For each named directory with such files, those in it that are no templates, below it and in order. */
    public Map<Path, List<Path>> skipped() {
        return Collections.unmodifiableMap(skipped);
    }

    /** The directories that could not be read, and why. */
    public Map<Path, IOException> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }
}

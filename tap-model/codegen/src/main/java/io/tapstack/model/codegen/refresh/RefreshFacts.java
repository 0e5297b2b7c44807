package io.tapstack.model.codegen.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code tap-model/src/facts} anew from the public packages, and prints what changed.
 *
 * <p>Arguments: the facts folder; optionally the folder for downloads; optionally {@code --locked}, or the system
 * property {@code facts.locked}, for exactly the versions that {@code SOURCE} records instead of the newest. Exit status 1 with a message when a package can't be had or isn't what it
 * was, or when a patch no longer applies; then nothing is written.
 */
public final class RefreshFacts {

    private final Path factsDir;
    private final Path downloads;
    private final boolean locked;
    private final Appendable out;

    RefreshFacts(Path factsDir, Path downloads, boolean locked, Appendable out) {
        this.factsDir = factsDir;
        this.downloads = downloads;
        this.locked = locked;
        this.out = out;
    }

    /** Refreshes the facts. */
    public static void main(String[] arguments) {
        List<String> folders = new ArrayList<>(List.of(arguments));
        boolean locked = folders.remove("--locked") || Boolean.getBoolean("facts.locked");
        if (folders.isEmpty() || folders.size() > 2) {
            System.err.println("usage: RefreshFacts FACTS-DIR [DOWNLOADS-DIR] [--locked]");
            System.exit(2);
        }
        Path downloads = Path.of(folders.size() > 1 ? folders.get(1) : "target/facts-sources");
        try {
            new RefreshFacts(Path.of(folders.get(0)), downloads, locked, System.out).run();
        } catch (RefreshException e) {
            System.err.println("The facts were not refreshed: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Refreshes the facts; returns the number of files written or deleted. */
    int run() {
        SourceLock lock = SourceLock.read(factsDir);
        Downloads fetcher = new Downloads(downloads);
        List<SourceFile> sources = new ArrayList<>();
        for (SourcePackage source : SourcePackage.values()) {
            sources.add(locked ? fetcher.locked(source, lock) : fetcher.newest(source));
        }
        FactsBuild build = new FactsBuild();
        FactsTree now = build.build(
                sources.get(0).open(), sources.get(1).open(), sources.get(2).open(), factsDir.resolve("patches"));
        SnapshotDiff diff = SnapshotDiff.between(FactsTree.read(factsDir), now);
        int touched = now.writeTo(factsDir);
        touched += write("SOURCE", source(sources, build))
                + write("DIFFERENCES", build.differences().text());
        report(build, diff, touched);
        return touched;
    }

    private static String source(List<SourceFile> sources, FactsBuild build) {
        StringBuilder text = new StringBuilder();
        sources.forEach(source -> text.append(source.line()).append('\n'));
        build.counts()
                .forEach((kind, count) -> text.append("count ")
                        .append(kind)
                        .append(' ')
                        .append(count)
                        .append('\n'));
        return text.toString();
    }

    private int write(String file, String text) {
        try {
            Path path = factsDir.resolve(file);
            if (Files.exists(path) && Files.readString(path).equals(text)) {
                return 0;
            }
            Files.writeString(path, text);
            return 1;
        } catch (IOException e) {
            throw new RefreshException("Can't write " + file, e);
        }
    }

    private void report(FactsBuild build, SnapshotDiff diff, int touched) {
        diff.lines().forEach(this::print);
        diff.counts().forEach((kind, count) -> print("changed: " + kind + " " + count));
        build.differences().counts().forEach((kind, count) -> print("difference: " + kind + " " + count));
        build.counts().forEach((kind, count) -> print("count: " + kind + " " + count));
        print(touched + " files written or deleted in " + factsDir);
    }

    private void print(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new RefreshException("Can't print", e);
        }
    }
}

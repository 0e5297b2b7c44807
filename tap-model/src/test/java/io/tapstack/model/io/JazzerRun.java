package io.tapstack.model.io;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run of Jazzer in a process of its own, with little memory: what makes the target fail, what takes ten seconds and what does not
 * fit into the memory ends it. It needs Jazzer on the class path, where the profile {@code oracles} puts it.
 */
final class JazzerRun {

    private static final int HEAP_MEBIBYTES = 256;
    private static final int SLOWEST_SECONDS = 10;
    private static final int LONGEST_INPUT = 8192;
    private static final int GRACE_SECONDS = 180;

    private final Path folder;
    private final int exitCode;
    private final String output;

    private JazzerRun(Path folder, int exitCode, String output) {
        this.folder = folder;
        this.exitCode = exitCode;
        this.output = output;
    }

    /**
     * Runs it.
     *
     * @param target the class with the method {@code fuzzerTestOneInput}
     * @param folder for what it leaves, emptied first: new inputs in {@code corpus}, and what fails in {@code failing}
     * @param seeds a folder of files to begin with
     */
    static JazzerRun of(Class<?> target, Path folder, Path seeds, int seconds) {
        try {
            empty(folder);
            Path corpus = Files.createDirectories(folder.resolve("corpus"));
            Path failing = Files.createDirectories(folder.resolve("failing"));
            Path log = folder.resolve("jazzer.log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP_MEBIBYTES + "m",
                    "-XX:+EnableDynamicAgentLoading",
                    "-cp",
                    classPath(),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + target.getName(),
                    "--instrumentation_includes=io.tapstack.model.io.**:io.tapstack.model.value.**:org.yaml.snakeyaml.**",
                    "--reproducer_path=" + failing,
                    "-artifact_prefix=" + failing + File.separator,
                    "-max_total_time=" + seconds,
                    "-max_len=" + LONGEST_INPUT,
                    "-timeout=" + SLOWEST_SECONDS,
                    corpus.toString(),
                    seeds.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Jazzer does not end: " + log);
            }
            return new JazzerRun(folder, process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Surefire keeps the class path of its process in a property of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** 0 if nothing failed in all the time. */
    int exitCode() {
        return exitCode;
    }

    /** The inputs that fail. */
    List<Path> failing() {
        try (Stream<Path> files = Files.list(folder.resolve("failing"))) {
            return files.filter(file -> !file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that it printed: how many inputs it tried. */
    String lastLine() {
        return output.lines().reduce("", (first, second) -> second);
    }

    /** The last lines that it printed: what failed, and where. */
    String end() {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}

package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path directory;

    @Test
    void aNewFileHoldsTheText() throws IOException {
        Path target = directory.resolve("new.yml");
        AtomicFiles.write(target, "ä\uD83D\uDE00\n");
        assertThat(target).hasContent("ä\uD83D\uDE00\n");
        assertNothingElse("new.yml");
    }

    @Test
    void bytesAreWrittenAsTheyAre() throws IOException {
        Path target = directory.resolve("new.bin");
        AtomicFiles.write(target, new byte[] {0, -1, 65});
        assertThat(target).hasBinaryContent(new byte[] {0, -1, 65});
        assertNothingElse("new.bin");
    }

    @Test
    void aFileIsReplaced() throws IOException {
        Path target = Files.writeString(directory.resolve("old.yml"), "a much longer text than the new one");
        AtomicFiles.write(target, "new");
        assertThat(target).hasContent("new");
        assertNothingElse("old.yml");
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Path target = Files.createDirectory(directory.resolve("folder"));
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(target, "x"))
                .withMessage("cannot write " + target + ": it is a directory");
    }

    @Test
    void aMissingParentIsRefused() throws IOException {
        Path target = directory.resolve("missing/file.yml");
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(target, "x"))
                .withMessage("cannot write " + target + ": the directory " + directory.resolve("missing")
                        + " does not exist");
        Path below = Files.createFile(directory.resolve("file")).resolve("child");
        assertThatIOException().isThrownBy(() -> AtomicFiles.write(below, "x")).withMessageContaining("does not exist");
        assertNothingElse("file");
    }

    @Test
    void textThatIsNoUtf8IsRefusedBeforeAnythingIsTouched() throws IOException {
        Path target = Files.writeString(directory.resolve("kept.yml"), "kept");
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(target, "a\uD800"))
                .withMessageContaining("half of a character");
        assertThat(target).hasContent("kept");
        assertNothingElse("kept.yml");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAreKept() throws IOException {
        Path target = Files.writeString(directory.resolve("a.yml"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        AtomicFiles.write(target, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");

        Path fresh = directory.resolve("fresh.yml");
        AtomicFiles.write(fresh, "new");
        assertThat(Files.getPosixFilePermissions(fresh))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(directory.resolve("like-this"))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatMayNotBeWrittenIsRefused() throws IOException {
        Path target = Files.writeString(directory.resolve("a.yml"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(target)).as("root may write anything").isFalse();
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(target, "new"))
                .withMessage("cannot write " + target + ": it may not be written");

        Path locked = Files.createDirectory(directory.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.write(locked.resolve("a.yml"), "new"))
                .withMessageContaining("permission denied");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSymbolicLinkStaysOne() throws IOException {
        Path real = Files.writeString(
                Files.createDirectory(directory.resolve("real")).resolve("a.yml"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.yml"), Path.of("real/a.yml"));
        AtomicFiles.write(link, "new");
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(real).isRegularFile().hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingMakesTheFile() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.yml"), Path.of("new.yml"));
        AtomicFiles.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("new.yml")).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksInACircleAreRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));
        assertThatIOException().isThrownBy(() -> AtomicFiles.write(link, "x")).withMessageContaining("no end");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devicesAreWrittenTo() throws IOException {
        AtomicFiles.write(Path.of("/dev/null"), "x");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void whatAnInterruptedWriterLeftIsNoObstacle() throws IOException {
        Files.createFile(directory.resolve(".tap-0.tmp"));
        AtomicFiles.write(directory.resolve("a.yml"), "x");
        assertThat(directory.resolve("a.yml")).hasContent("x");
        assertNothingElse(".tap-0.tmp", "a.yml");
    }

    @Test
    void manyWritersAtOnceLeaveOneWholeText() throws Exception {
        Path target = directory.resolve("a.yml");
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> writers = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        AtomicFiles.write(
                                target, String.valueOf((char) ('a' + i % 26)).repeat(100_000));
                        return true;
                    })
                    .toList();
            for (var result : pool.invokeAll(writers)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
        String text = Files.readString(target);
        assertThat(text).hasSize(100_000).isEqualTo(text.substring(0, 1).repeat(100_000));
        assertNothingElse("a.yml");
    }

    private void assertNothingElse(String... names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}

package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Jazzer looks for bytes that the reader can't bear, for {@code -Dfuzz.seconds=60}. It begins with the templates of the rules' tests
 * and finds its way by the code that inputs reach. What fails stays in {@code target/jazzer/reader/failing}.
 */
@Tag("oracle")
class ReaderJazzerTest {

    private static final Path FOLDER = Path.of("target/jazzer").toAbsolutePath();
    private static final Path SEEDS = Path.of("src/test/resources/rules").toAbsolutePath();
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);

    @Test
    void noBytesMakeTheReaderFail() {
        JazzerRun run = JazzerRun.of(ReaderFuzzTarget.class, FOLDER.resolve("reader"), SEEDS, SECONDS);
        System.out.println(run.lastLine());

        assertThat(run.failing()).as(run.end()).isEmpty();
        assertThat(run.exitCode()).as(run.end()).isZero();
        assertThat(run.lastLine()).startsWith("Done ");
    }

    /** A run that could not fail would be worth nothing. */
    @Test
    void aTargetThatFailsEndsTheRunAndLeavesItsInput() {
        JazzerRun run = JazzerRun.of(NoTags.class, FOLDER.resolve("failing-target"), SEEDS, SECONDS);

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.failing()).isNotEmpty();
        assertThat(run.end()).contains("a tag");
    }

    /** Fails on a common character. */
    public static final class NoTags {

        private NoTags() {}

        public static void fuzzerTestOneInput(byte[] content) {
            for (byte one : content) {
                if (one == '!') {
                    throw new AssertionError("a tag");
                }
            }
        }
    }
}

package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tapstack.model.validation.Finding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be read gives one finding with its place, and gives it fast. */
@Timeout(60)
class UnreadableFilesTest {

    @TempDir
    Path directory;

    static Stream<Arguments> texts() {
        String laughs = laughs();
        return Stream.of(
                Arguments.of("", "UnreadableTemplate", 1, 1, "empty"),
                Arguments.of(" \n\t\n", "UnreadableTemplate", 0, 0, ""),
                Arguments.of("# only a comment\n", "UnreadableTemplate", 1, 1, "empty"),
                Arguments.of("just text", "UnreadableTemplate", 1, 1, "no object"),
                Arguments.of("[1, 2]", "UnreadableTemplate", 1, 1, "no object"),
                Arguments.of("{\"a\": [1, 2", "UnreadableTemplate", 1, 12, "end-of-input"),
                Arguments.of("{\"a\": 1} x", "UnreadableTemplate", 1, 10, "JSON"),
                Arguments.of("{\"a\": 1} {}", "UnreadableTemplate", 1, 10, "more text follows"),
                Arguments.of("{\"a\": 012}", "UnreadableTemplate", 1, 8, "Leading zeroes"),
                Arguments.of("{\"a\": NaN}", "UnreadableTemplate", 1, 10, "NaN"),
                Arguments.of("{\"a\": \"x\u0000\"}", "UnreadableTemplate", 1, 9, "CTRL-CHAR"),
                Arguments.of("A: 1\nB: [1, 2\nC: 3\n", "UnreadableTemplate", 3, 2, "expected"),
                Arguments.of("A: \"never ends\nB: 1\n", "UnreadableTemplate", 3, 1, "unexpected end"),
                Arguments.of("A:\n\t- tab\n", "UnreadableTemplate", 2, 1, "cannot start any token"),
                Arguments.of("A: 1\n---\nB: 2\n", "UnreadableTemplate", 2, 1, "second document"),
                Arguments.of("A: \"x\\u", "UnreadableTemplate", 1, 8, "hexadecimal"),
                Arguments.of("A: \"x\\UFFFFFFFF\"", "UnreadableTemplate", 1, 8, ""),
                Arguments.of("A: x\u0007y\n", "UnreadableTemplate", 1, 5, "U+0007"),
                Arguments.of("A: *b\n", "UnreadableTemplate", 1, 4, "no anchor &b"),
                Arguments.of("A: &a [1, *a]\n", "UnreadableTemplate", 1, 11, "without end"),
                Arguments.of("A: &a {b: {c: *a}}\n", "UnreadableTemplate", 1, 15, "without end"),
                Arguments.of("A: !!java.lang.Runtime {}\n", "UnreadableTemplate", 1, 4, "tag"),
                Arguments.of("A: !!javax.script.ScriptEngineManager [x]\n", "UnreadableTemplate", 1, 4, "tag"),
                Arguments.of("A: !!python/object/apply:os.system ['id']\n", "UnreadableTemplate", 1, 4, "tag"),
                Arguments.of("A: !<tag:example.com,2000:x> y\n", "UnreadableTemplate", 1, 4, "tag"),
                Arguments.of("A: !!int text\n", "UnreadableTemplate", 1, 4, "does not fit"),
                Arguments.of("A: !!binary aGk=\n", "UnreadableTemplate", 1, 4, "does not fit"),
                Arguments.of("A: !Base64 !Sub x\n", "UnreadableTemplate", 1, 12, "expected"),
                Arguments.of("{{ jinja }}: 1\n", "UnreadableTemplate", 1, 1, "key is no text"),
                Arguments.of("? [a]\n: 1\n", "UnreadableTemplate", 1, 3, "key is no text"),
                Arguments.of("\"\\uD800\": 1\n", "UnreadableTemplate", 1, 1, "half of a character"),
                Arguments.of("A:\n  <<: text\n", "UnreadableTemplate", 2, 3, "no object"),
                Arguments.of(laughs, "ReaderLimit", 6, 30, "600000 values"),
                Arguments.of(chain(), "ReaderLimit", 500, 14, "500 deep"),
                Arguments.of("A: " + "[".repeat(100_000), "ReaderLimit", 1, 504, "500 deep"),
                Arguments.of("{\"A\": " + "[".repeat(100_000), "ReaderLimit", 1, 507, "500 deep"),
                Arguments.of("A: " + "{a: ".repeat(100_000), "ReaderLimit", 1, 2001, "500 deep"),
                Arguments.of("{\"a\": 1" + "0".repeat(100_000) + "}", "ReaderLimit", 1, 2, "1000 characters"),
                Arguments.of("A: 1" + "0".repeat(100_000), "ReaderLimit", 1, 4, "1000 characters"),
                Arguments.of("{\"a\": 1e99999999999}", "ReaderLimit", 1, 2, "exponent"),
                Arguments.of("a: " + "x".repeat(4 << 20), "ReaderLimit", 0, 0, "4194304 bytes"),
                Arguments.of("[" + "1,".repeat(1 << 20) + "]", "ReaderLimit", 1, 1200000, "600000 values"));
    }

    /** Each list holds the one before. */
    private static String chain() {
        StringBuilder text = new StringBuilder("a0: &a0 [1]\n");
        for (int i = 1; i < 2_000; i++) {
            text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        return text.toString();
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 20; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{index} {1} {4}")
    @MethodSource("texts")
    void textsThatAreNoTemplate(String text, String ruleId, int line, int column, String message) {
        Finding finding = only(Readers.read("t", text));
        assertThat(finding.ruleId()).isEqualTo(ruleId);
        assertThat(finding.message()).contains(message);
        if (line > 0) {
            assertThat(finding.line()).as("line: %s", finding).isEqualTo(line);
            assertThat(finding.column()).as("column: %s", finding).isEqualTo(column);
        }
    }

    @Test
    void bytesThatAreNoText() {
        byte[] bytes = "Description: a\nA: b??\n".getBytes(StandardCharsets.UTF_8);
        bytes[19] = (byte) 0xC3;
        bytes[20] = (byte) 0x28;
        Finding finding = only(TemplateReader.standard().read("t.yml", bytes));
        assertThat(finding.message()).isEqualTo("The bytes from 19 on are no UTF-8.");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.column()).isEqualTo(5);
    }

    @Test
    void aCharacterThatIsCutOff() {
        byte[] bytes = "A: \u20AC".getBytes(StandardCharsets.UTF_8);
        Finding finding = only(TemplateReader.standard().read("t.yml", Arrays.copyOf(bytes, 5)));
        assertThat(finding.message()).contains("no UTF-8");
    }

    @Test
    void whatIsNoFile() throws IOException {
        assertThat(only(read(directory)).message()).isEqualTo("It is a directory.");
        assertThat(only(read(directory.resolve("none.yml"))).message()).isEqualTo("There is no such file.");
        Path loop = directory.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertThat(only(read(loop)).message()).isEqualTo("There is no such file.");
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0)
                .isTrue();
        assertThat(only(read(pipe)).message()).isEqualTo("It is no regular file.");
    }

    @Test
    void aDeviceIsNotReadForEver() {
        Path device = Path.of("/dev/zero");
        assumeThat(Files.exists(device)).isTrue();
        assertThat(only(read(device)).message()).isEqualTo("It is no regular file.");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.yml"), "Resources: {}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).isFalse();
        assertThat(only(read(file)).message()).isEqualTo("Permission denied.");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadWhole() throws IOException {
        Path file = directory.resolve("large.yml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 34);
        }
        Finding finding = only(read(file));
        assertThat(finding.ruleId()).isEqualTo("ReaderLimit");
    }

    static Stream<String> large() {
        int bytes = 4 << 20;
        return Stream.of(
                "#" + "x".repeat(bytes - 1),
                "a: " + "x ".repeat(bytes / 2 - 2),
                "a: \"" + "\\n".repeat(bytes / 2 - 4) + '"',
                "x: " + "!a".repeat(bytes / 2 - 2),
                "a: |\n" + "\n".repeat(bytes - 10) + "  x",
                "a:\n" + "- b: c\n".repeat(bytes / 7 - 1),
                "a: {" + "b: 1, ".repeat(bytes / 6 - 1) + "}",
                "{" + "\"a\":1,".repeat(bytes / 6 - 2) + "\"b\":1}",
                "[" + "1,".repeat(bytes / 2 - 1) + "]");
    }

    /** One second is meant; a busy machine may take more, but nothing that grows with the square of the size stays below this. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("large")
    void nothingTakesLong(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Readers.read("t", text);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void limitsAreOptions() {
        TemplateReader small = TemplateReader.of(ReaderLimits.builder()
                .bytes(100)
                .depth(3)
                .nodes(10)
                .numberLength(5)
                .build());
        assertThat(only(small.read("t", bytes("a: " + "x".repeat(100)))).message())
                .contains("100 bytes");
        assertThat(only(small.read("t", bytes("a: [[[1]]]"))).message()).contains("3 deep");
        assertThat(only(small.read("t", bytes("a: [1, 2, 3, 4, 5, 6, 7, 8, 9]")))
                        .message())
                .contains("10 values");
        assertThat(only(small.read("t", bytes("a: 123456"))).message()).contains("5 characters");
        assertThat(small.read("t", bytes("a: [[12345]]")).template()).isPresent();
    }

    @Test
    void onlyMistakesOfProgrammersThrow() {
        TemplateReader reader = TemplateReader.standard();
        assertThatThrownBy(() -> reader.read(null)).hasMessage("file");
        assertThatThrownBy(() -> reader.read("t", null)).hasMessage("content");
        assertThatThrownBy(() -> reader.read(null, new byte[0])).hasMessage("name");
        assertThatThrownBy(() -> TemplateReader.of(null)).hasMessage("limits");
        assertThatThrownBy(() -> ReaderLimits.builder().depth(1_001).build()).hasMessageStartingWith("depth");
        assertThatThrownBy(() -> ReaderLimits.builder().bytes(0).build()).hasMessageStartingWith("bytes");
    }

    private static ReadTemplate read(Path file) {
        return TemplateReader.standard().read(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Finding only(ReadTemplate read) {
        assertThat(read.template()).isEmpty();
        assertThat(read.findings()).hasSize(1);
        assertThat(read.findings().get(0).remedy()).isNotBlank();
        return read.findings().get(0);
    }
}

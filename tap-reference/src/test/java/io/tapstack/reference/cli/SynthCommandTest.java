package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.TransactionPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthCommandTest {

    private static final List<ReferencePipeline> BROKEN = List.of(FixedPipeline.broken());

    @TempDir
    Path folder;

    @Test
    void theTemplateGoesToStandardOutput() {
        Outcome outcome = Outcome.of("synth", "transaction");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("AWSTemplateFormatVersion: '2010-09-09'\n")
                .endsWith("\n");
    }

    @Test
    void theSameCommandGivesTheSameBytes() {
        for (String format : List.of("yaml", "json")) {
            assertThat(Outcome.of("synth", "transaction", "--format", format))
                    .isEqualTo(Outcome.of("synth", "transaction", "--format", format));
        }
    }

    @Test
    void jsonHoldsTheSameDataAsYaml() throws IOException {
        String json = Outcome.of("synth", "transaction", "--format=json").out();
        Map<?, ?> data = new ObjectMapper().readValue(json, Map.class);
        assertThat(YamlData.parse(Outcome.of("synth", "transaction").out())).isEqualTo(data);
        assertThat(((Map<?, ?>) data.get("Resources")).size()).isGreaterThan(40);
    }

    @Test
    void aPipelineIsWrittenInTheFormatOfItsRequirementUnlessAnotherIsGiven() throws IOException {
        Path file = folder.resolve("c.yml");
        Outcome.of("synth", "financial", "--out", file.toString());
        assertThat(Outcome.of("synth", "financial").out()).startsWith("{");
        assertThat(Outcome.of("synth", "financial", "--format", "yaml").out()).doesNotStartWith("{");
        assertThat(file)
                .hasContent(Outcome.of("synth", "financial", "--format", "yaml").out());
    }

    @Test
    void theTemplateGoesToAFile() throws IOException {
        Path file = folder.resolve("a.yml");
        Outcome outcome = Outcome.of("synth", "transaction", "--out", file.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(file).hasContent(Outcome.of("synth", "transaction").out());
    }

    @Test
    void theExtensionOfTheFileChoosesTheFormatUnlessOneIsGiven() throws IOException {
        Path file = folder.resolve("a.json");
        Outcome.of("synth", "transaction", "--out", file.toString());
        assertThat(file)
                .hasContent(
                        Outcome.of("synth", "transaction", "--format", "json").out());
        Outcome.of("synth", "transaction", "--out", file.toString(), "--format", "yaml");
        assertThat(file).hasContent(Outcome.of("synth", "transaction").out());
    }

    @Test
    void allTextIsUtf8() throws IOException {
        Path file = folder.resolve("a.yml");
        List<ReferencePipeline> sound = List.of(FixedPipeline.sound("ä€\uD83D\uDE00"));
        Outcome outcome = Outcome.of(sound, "synth", "sound");
        assertThat(outcome.out()).contains("ä€\uD83D\uDE00");
        Outcome.of(sound, "synth", "sound", "--out", file.toString());
        assertThat(file).hasContent(outcome.out());
    }

    @Test
    void findingsAreLinesAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), "old");
        Outcome outcome = Outcome.of(BROKEN, "synth", "broken", "--out", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(3);
        assertThat(outcome.err().lines().limit(2))
                .allSatisfy(line -> assertThat(line)
                        .matches("io/tapstack/\\S+\\.java:[1-9]\\d*: ERROR DanglingRef"
                                + " Outputs/(First|Second)/Value.*: .+"));
        assertThat(outcome.err()).endsWith("\ntap: 2 errors, so nothing is written\n");
        assertThat(file).hasContent("old");
        assertOnly("a.yml");
    }

    @Test
    void findingsKeepStandardOutputEmptyToo() {
        Outcome outcome = Outcome.of(BROKEN, "synth", "broken", "--format", "json");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void whatIsWorthKnowingStopsNothing() {
        Outcome outcome = Outcome.of(List.of(FixedPipeline.sound("x".repeat(60_000))), "synth", "sound");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).matches("INFO TemplateSize: [^\n]+\n");
        assertThat(outcome.out()).hasSizeGreaterThan(60_000);
    }

    @Test
    void anUnknownPipelineIsRefused() {
        Outcome outcome = Outcome.of("synth", "nothing");
        assertThat(outcome).satisfies(TapTest::isOneLineOfTrouble);
        assertThat(outcome.err()).contains("'nothing'", "tap list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "", "yaml,json"})
    void anUnknownFormatIsRefused(String format) {
        assertThat(Outcome.of("synth", "transaction", "--format=" + format)).satisfies(TapTest::isOneLineOfTrouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "missing/a.yml", "file/a.yml", ".", "a\0b"})
    void aFileThatCannotBeWrittenIsRefused(String name) throws IOException {
        Files.writeString(folder.resolve("file"), "old");
        String out = name.isEmpty() || name.contains("\0")
                ? name
                : folder.resolve(name).toString();
        assertThat(Outcome.of("synth", "transaction", "--out", out)).satisfies(TapTest::isOneLineOfTrouble);
        assertThat(folder.resolve("file")).hasContent("old");
        assertOnly("file");
    }

    @Test
    void anOptionOfThePipelineIsHeeded() {
        String chosen =
                Outcome.of("synth", "transaction", "--option", "project=a=b").out();
        String usual = Outcome.of("synth", "transaction").out();
        assertThat(chosen)
                .isEqualTo(usual.replace("Value: transaction-pipeline\n", "Value: a=b\n")
                        .replace("Project: transaction-pipeline\n", "Project: a=b\n"))
                .isNotEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "optional=some", "project", "=x", "", "project=", "project=#"})
    void anOptionThatMakesNoSenseIsRefused(String option) {
        assertThat(Outcome.of("synth", "transaction", "--option", option)).satisfies(TapTest::isOneLineOfTrouble);
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatAreKnown() {
        assertThat(Outcome.of("synth", "transaction", "--option", "colour=red").err())
                .isEqualTo("tap: --option colour: transaction has no such option; it has project, optional\n");
    }

    @Test
    void aScriptThatDeploysGoesBesideTheTemplate() throws IOException {
        Path file = folder.resolve("a.yml");
        Path deploy = folder.resolve("it's to deploy");
        Outcome outcome =
                Outcome.of("synth", "transaction", "--out", file.toString(), "--deploy-dir", deploy.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(file).hasContent(Outcome.of("synth", "transaction").out());
        try (var files = Files.list(deploy)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("deploy.sh", "parameters.json", "tags.json");
        }
        assertThat(Files.isExecutable(deploy.resolve("deploy.sh"))).isTrue();
        assertThat(deploy.resolve("deploy.sh")).content().contains("\nTEMPLATE=$HERE/'../a.yml'\n");
    }

    @Test
    void findingsLeaveNothingToDeploy() throws IOException {
        Path deploy = folder.resolve("deploy");
        Outcome outcome = Outcome.of(
                BROKEN,
                "synth",
                "broken",
                "--out",
                folder.resolve("a.yml").toString(),
                "--deploy-dir",
                deploy.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "missing/deploy", "file", "a\0b"})
    void aFolderThatCannotBeWrittenIsRefusedBeforeAnythingIsWritten(String name) throws IOException {
        Files.writeString(folder.resolve("file"), "old");
        String deploy = name.isEmpty() || name.contains("\0")
                ? name
                : folder.resolve(name).toString();
        assertThat(Outcome.of(
                        "synth", "transaction", "--out", folder.resolve("a.yml").toString(), "--deploy-dir=" + deploy))
                .satisfies(TapTest::isOneLineOfTrouble);
        assertOnly("file");
    }

    @Test
    void aScriptNeedsTheTemplateInAFile() throws IOException {
        assertThat(Outcome.of(
                        "synth",
                        "transaction",
                        "--deploy-dir",
                        folder.resolve("deploy").toString()))
                .satisfies(TapTest::isOneLineOfTrouble);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionIsChosenOnce() {
        assertThat(Outcome.of("synth", "transaction", "--option", "project=a", "--option", "project=b"))
                .satisfies(TapTest::isOneLineOfTrouble);
    }

    @Test
    void writingDoesNotDependOnWhoCalls() {
        assertThat(Outcome.of("synth", "transaction").out())
                .isEqualTo(TemplateWriter.yaml().write(new TransactionPipeline().template()));
    }

    private void assertOnly(String name) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly(name);
        }
    }
}

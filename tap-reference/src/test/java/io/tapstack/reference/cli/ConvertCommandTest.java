package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    private static final String YAML = "# a comment\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n"
            + "      TopicName: !Sub '${AWS::StackName}-012'\n      FifoTopic: 'true'\n";

    @TempDir
    Path folder;

    @Test
    void yamlBecomesJsonAndBack() throws IOException {
        Path yaml = Files.writeString(folder.resolve("a.yml"), YAML);
        Outcome json = Outcome.of("convert", yaml.toString(), "--format", "json");
        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(json.err()).isEmpty();
        Map<?, ?> data = new ObjectMapper().readValue(json.out(), Map.class);
        assertThat(YamlData.parse(YAML)).isEqualTo(data);

        Path file = Files.writeString(folder.resolve("a.json"), json.out());
        Outcome back = Outcome.of("convert", file.toString(), "--format=yaml");
        assertThat(back.exitCode()).isZero();
        assertThat(YamlData.parse(back.out())).isEqualTo(data);
        assertThat(back.out()).contains("FifoTopic: 'true'", "!Sub ");
    }

    @Test
    void pipelinesComeBackAsTheyWere() throws IOException {
        Path yaml = folder.resolve("a.yml");
        Path json = folder.resolve("a.json");
        Path back = folder.resolve("b.yml");
        assertThat(Outcome.of("synth", "transaction", "--out", yaml.toString()).exitCode())
                .isZero();
        assertThat(Outcome.of("convert", yaml.toString(), "--format", "json", "--out", json.toString()))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(json)
                .hasContent(
                        Outcome.of("synth", "transaction", "--format", "json").out());
        assertThat(Outcome.of("convert", json.toString(), "--format", "yaml", "--out", back.toString()))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(YamlData.parse(Files.readString(back))).isEqualTo(YamlData.parse(Files.readString(yaml)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Description: no resources\n", "Foo: {a: 1}\n", "Resources: {A: {Type: 1}}\n"})
    void whatIsWrongButWholeIsConverted(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), text);
        Outcome outcome = Outcome.of("convert", file.toString(), "--format", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(new ObjectMapper().readValue(outcome.out(), Object.class)).isEqualTo(YamlData.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: 1\na: 2\n", "Resources:\n  A: 'x\n", "", "Resources:\n  A: {Type: x}\n  A: {Type: y}\n"})
    void whatWouldLoseSomethingIsNotWritten(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), text);
        Path out = Files.writeString(folder.resolve("old.json"), "old");
        Outcome outcome = Outcome.of("convert", file.toString(), "--format", "json", "--out", out.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith(file + ":").contains(" error ").endsWith("so nothing is written\n");
        assertThat(out).hasContent("old");
    }

    @Test
    void aMissingFileIsToldSo() {
        Outcome outcome =
                Outcome.of("convert", folder.resolve("missing\u001b.yml").toString(), "--format", "json");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(" error ").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "missing/a.yml", "."})
    void aFileThatCannotBeWrittenIsRefused(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), YAML);
        String out = name.isEmpty() ? name : folder.resolve(name).toString();
        assertThat(Outcome.of("convert", file.toString(), "--format", "json", "--out", out))
                .satisfies(TapTest::isOneLineOfTrouble);
    }
}

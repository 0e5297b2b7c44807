package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

    private static final String TOPIC = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: a}}}\n";

    @TempDir
    Path folder;

    @Test
    void theSameInAnotherNotationIsNoDifference() throws IOException {
        Path yaml = folder.resolve("a.yml");
        Path json = folder.resolve("a.json");
        for (String pipeline : new String[] {"transaction", "data", "financial"}) {
            Outcome.of("synth", pipeline, "--format", "yaml", "--out", yaml.toString());
            Outcome.of("synth", pipeline, "--format", "json", "--out", json.toString());
            assertThat(Outcome.of("diff", yaml.toString(), json.toString()))
                    .isEqualTo(new Outcome(0, "no difference\n", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DisplayName: b, 1, 'no data is lost'",
        "TopicName: b, 1, 'no data is lost'",
        "'DisplayName: a}}, Q: {Type: AWS::SQS::Queue, Properties: {', 1, 'no data is lost'",
    })
    void otherwiseTheExitCodeIsOne(String properties, int exitCode, String summary) throws IOException {
        String other = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {" + properties + "}}}\n";
        Outcome outcome = diff(TOPIC, other);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).endsWith("; " + summary + "\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void lossOfDataIsThreeWhetherCertainOrNot() throws IOException {
        String queue = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: a}}, Q: {Type: %s}}\n";
        Outcome certain = diff(queue.formatted("AWS::SQS::Queue"), TOPIC);
        assertThat(certain.exitCode()).isEqualTo(3);
        assertThat(certain.out()).isEqualTo("""
                - Q (AWS::SQS::Queue) is removed, and data is lost: DeletionPolicy is not set
                resources: 1 removed; other differences: 0; data is lost
                """);
        Outcome possible = diff(queue.formatted("Acme::Data::Store"), TOPIC);
        assertThat(possible.exitCode()).isEqualTo(3);
        assertThat(possible.out())
                .contains("Q (Acme::Data::Store) is removed, and data may be lost", "; data may be lost\n");
    }

    @Test
    void whatCannotBeReadAsAWholeIsNotCompared() throws IOException {
        Outcome twice = diff(TOPIC, "Resources: {A: {Type: x}, A: {Type: y}}\n");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.out()).isEmpty();
        assertThat(twice.err()).contains("DuplicateKey", "new.yml: cannot be read as a whole, so it is not compared\n");

        Outcome missing = Outcome.of(
                "diff",
                folder.resolve("old.yml").toString(),
                folder.resolve("none.yml").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("none.yml");

        Outcome both = diff("[", "]");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("old.yml: cannot be read", "new.yml: cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "diff old.yml, NEW",
        "diff, OLD",
        "diff old.yml new.yml more.yml, more.yml",
        "diff old.yml new.yml --format sarif, 'tap: --format: ''sarif'' is neither text nor json'",
    })
    void wrongUsageIsTwoAndOneLine(String typed, String message) {
        Outcome outcome = Outcome.of(typed.split(" ", -1));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    @Test
    void secretsAreNotShown() throws IOException {
        String database = "Resources: {D: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: %s}}}\n";
        for (String format : new String[] {"text", "json"}) {
            Outcome outcome = diff(database.formatted("hunter2"), database.formatted("hunter3"), "--format", format);
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).contains("(not shown)").doesNotContain("hunter");
        }
    }

    @Test
    void textOfStrangersSteersNoTerminal() throws IOException {
        String topic = "Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: \"%s\"}}}\n";
        Outcome outcome = diff(topic.formatted("a"), topic.formatted("\\e[31m\\nx"));
        assertThat(outcome.out()).contains("\\u001b[31m").doesNotContain("\u001b");
        assertThat(outcome.out()).hasLineCount(3);
        Outcome json = diff(topic.formatted("a"), topic.formatted("\\e[31m\\nx"), "--format", "json");
        assertThat(json.out()).doesNotContain("\u001b");
    }

    @Test
    void jsonHasEveryPartOfIt() throws IOException {
        Outcome outcome = diff(
                TOPIC + "Outputs: {O: {Value: a}}\n",
                "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: b}}\n",
                "--format",
                "json");
        JsonNode report = new ObjectMapper().readTree(outcome.out());
        assertThat(report.at("/resources/0/logicalId").asText()).isEqualTo("T");
        assertThat(report.at("/resources/0/type").asText()).isEqualTo("AWS::SNS::Topic");
        assertThat(report.at("/resources/0/file").asText()).endsWith("new.yml");
        assertThat(report.at("/resources/0/line").asInt()).isEqualTo(2);
        assertThat(report.at("/resources/0/fate").asText()).isEqualTo("updated");
        assertThat(report.at("/resources/0/certain").asBoolean()).isTrue();
        assertThat(report.at("/resources/0/effects/0"))
                .hasToString("{\"fate\":\"updated\",\"certain\":true,\"path\":\"Properties/DisplayName\","
                        + "\"before\":\"a\",\"after\":\"b\",\"reason\":\"\"}");
        assertThat(report.at("/declarations/0/section").asText()).isEqualTo("Outputs");
        assertThat(report.at("/declarations/0/fate").asText()).isEqualTo("removed");
        assertThat(report.at("/summary"))
                .hasToString("{\"untouched\":0,\"added\":0,\"updated\":1,\"replaced\":0,\"removed\":0,\"refused\":0,"
                        + "\"declarations\":1,\"dataLoss\":\"none\"}");
    }

    @Test
    void jsonHasValuesAsTheTemplateHasThem() throws IOException {
        String queue = "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {n: %s}}}}\n";
        for (String value : new String[] {"[1, 2.50, true, 'x']", "{a: !Sub '${AWS::Region}'}", "!GetAtt Q.Arn"}) {
            Outcome outcome = diff(queue.formatted("0"), queue.formatted(value), "--format", "json");
            JsonNode report = new ObjectMapper().readTree(outcome.out());
            Path file = Files.writeString(folder.resolve("v.yml"), queue.formatted(value));
            JsonNode template = new ObjectMapper()
                    .readTree(Outcome.of("convert", file.toString(), "--format", "json")
                            .out());
            assertThat(report.at("/resources/0/effects/0/after"))
                    .isEqualTo(template.at("/Resources/Q/Properties/RedrivePolicy/n"));
        }
    }

    @Test
    void hugeValuesAreCut() throws IOException {
        String queue = "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {n: [%s]}}}}\n";
        String many = "&a '" + "x".repeat(1_000_000) + "'" + ", *a".repeat(2_000);
        for (String format : new String[] {"text", "json"}) {
            Outcome outcome = diff(queue.formatted("1"), queue.formatted(many), "--format", format);
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).contains("xxx").hasSizeLessThan(12_000);
        }
    }

    private Outcome diff(String before, String after, String... options) throws IOException {
        Path old = Files.writeString(folder.resolve("old.yml"), before);
        Path now = Files.writeString(folder.resolve("new.yml"), after);
        String[] typed = new String[3 + options.length];
        typed[0] = "diff";
        typed[1] = old.toString();
        typed[2] = now.toString();
        System.arraycopy(options, 0, typed, 3, options.length);
        return Outcome.of(typed);
    }
}

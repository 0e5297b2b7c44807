package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.Literal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of the reader, and places of everything. */
class ReadTemplateTest {

    private static final String TEXT = """
            Parameters:
              Name: &name
                Type: String
            Resources:
              Queue:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !If
                    - IsProd
                    - a
                    - !Sub '${Name}'
                  Tags:
                    - Key: a
                      Value: &b {c/d: [1, 2]}
                    - {Key: b, Value: *b}
              Other:
                <<: *name
                DependsOn: Queue
            """;

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1",
        "Resources, 4, 1",
        "/Resources/Queue, 5, 3",
        "Resources/Queue/Properties/QueueName, 8, 7",
        "Resources/Queue/Properties/QueueName/Fn::If, 8, 18",
        "Resources/Queue/Properties/QueueName/Fn::If/2, 11, 11",
        "Resources/Queue/Properties/QueueName/Fn::If/2/Fn::Sub, 11, 11",
        "Resources/Queue/Properties/Tags/0, 13, 11",
        "Resources/Queue/Properties/Tags/0/Value/c~1d/1, 14, 31",
        "Resources/Queue/Properties/Tags/1, 15, 11",
        "Resources/Queue/Properties/Tags/1/Value, 15, 20",
        "Resources/Queue/Properties/Tags/1/Value/c~1d/1, 14, 31",
        "Resources/Queue/Properties/Missing/0/a, 7, 5",
        "Resources/Other/Type, 3, 5",
        "Resources/Other/DependsOn, 18, 5",
        "Nowhere, 1, 1"
    })
    void everythingHasItsPlace(String pointer, int line, int column) {
        assertThat(Readers.read("t.yml", TEXT).locate(pointer)).contains(SourceLocation.of("t.yml", line, column));
    }

    @Test
    void declarationsKnowTheirPlace() {
        ReadTemplate read = Readers.read("t.yml", TEXT);
        assertThat(read.template().orElseThrow().resources().get(1).source()).hasToString("t.yml:16:3");
        assertThat(read.template().orElseThrow().parameters().get(0).source()).hasToString("t.yml:2:3");
    }

    @Test
    void findingsOfValidationGetTheirPlace() {
        ReadTemplate read = Readers.read("t.yml", """
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties:
                      Tags: [{Key: a, Value: !Ref Nowhere}]
                """);
        List<Finding> findings = read.located(StructuralRules.validator()
                .validate(read.template().orElseThrow())
                .findings());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).ruleId()).isEqualTo("DanglingRef");
        assertThat(findings.get(0).file()).contains("t.yml");
        assertThat(findings.get(0).line()).isEqualTo(5);
        assertThat(findings.get(0).column()).isEqualTo(23);
    }

    @Test
    void equalKeysAreReportedWithBothPlaces() {
        ReadTemplate read =
                Readers.read("t.json", "{\"Resources\": {\n\"A\": {\"Type\": \"T\"},\n\"A\": {\"Type\": \"U\"}}}");
        assertThat(read.findings())
                .singleElement()
                .hasToString(
                        "ERROR DuplicateKey t.json:3 Resources/A: The key A stands here for the second time; the first is in line 2,"
                                + " column 1. Only the last counts. Remove one of the two, or rename it.");
        assertThat(read.template().orElseThrow().resources().get(0).resourceType())
                .isEqualTo("U");
    }

    @Test
    void nullsAreKeptAndReported() {
        for (String text : new String[] {
            "Resources: {A: {Type: T, Properties: {P: [1, ~]}}}",
            "{\"Resources\": {\"A\": {\"Type\": \"T\", \"Properties\": {\"P\": [1, null]}}}}"
        }) {
            ReadTemplate read = Readers.read("t", text);
            assertThat(read.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.ruleId()).isEqualTo("NullValue");
                assertThat(finding.path()).isEqualTo("Resources/A/Properties/P/1");
                assertThat(finding.logicalId()).contains("A");
            });
            assertThat(read.template().orElseThrow().resources().get(0).properties())
                    .hasToString("{P: [1, null]}");
            for (TemplateWriter writer : Readers.WRITERS) {
                assertThat(Readers.readBack(read.template().orElseThrow(), writer))
                        .isEqualTo(read.template().orElseThrow());
            }
        }
        assertThat(Literal.ofNull()).isNotEqualTo(Literal.of("null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Resources: [] | Resources",
                "Description: {a: b} | Description",
                "AWSTemplateFormatVersion: 2010 | AWSTemplateFormatVersion",
                "Transform: [1] | Transform",
                "Metadata: x | Metadata",
                "Parameters: {P: x} | Parameters/P",
                "Resources: {R: [x]} | Resources/R",
                "Resources: {R: {Properties: {}}} | Resources/R",
                "Resources: {R: {Type: !Ref x}} | Resources/R/Type",
                "Resources: {R: {Type: T, Properties: [x]}} | Resources/R/Properties",
                "Resources: {R: {Type: T, DependsOn: {a: b}}} | Resources/R/DependsOn",
                "Resources: {R: {Type: T, DependsOn: [!Ref a]}} | Resources/R/DependsOn",
                "Resources: {R: {Type: T, Condition: [a]}} | Resources/R/Condition",
                "Resources: {R: {Type: T, Metadata: a}} | Resources/R/Metadata",
                "Parameters: {'Fn::ForEach::L': [a, [b], {c: d}]} | Parameters/Fn::ForEach::L"
            })
    void wrongShapesAreKeptAndReported(String text, String path) {
        ReadTemplate read = Readers.read("t.yml", text);
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("TemplateShape");
            assertThat(finding.path()).isEqualTo(path);
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.column()).isPositive();
        });
        for (TemplateWriter writer : Readers.WRITERS) {
            Object written = Parsers.json(
                    TemplateWriter.json().write(Readers.readBack(read.template().orElseThrow(), writer)));
            assertThat(written).isEqualTo(Parsers.yaml(text));
        }
    }

    @Test
    void manyProblemsAreNotAllListed() {
        String text = "A: [" + "~, ".repeat(2_000) + "]";
        List<Finding> findings = Readers.read("t.yml", text).findings();
        assertThat(findings).hasSize(1_001);
        assertThat(findings.get(1_000).ruleId()).isEqualTo("ReaderLimit");
        assertThat(findings.get(1_000).message()).startsWith("There are more than 1000 problems");
    }

    @Test
    void holdsAllUnlessAKeyStandsTwiceOrNothingCouldBeRead() {
        assertThat(Readers.read("t", "Resources: {A: {Type: T}}").isLossless()).isTrue();
        assertThat(Readers.read("t", "Resources: {A: {Type: T, Properties: {B: null}}, C: 1}")
                        .isLossless())
                .isTrue();
        assertThat(Readers.read("t", "Resources: {A: {Type: T}, A: {Type: U}}").isLossless())
                .isFalse();
        assertThat(Readers.read("t", "Resources: [").isLossless()).isFalse();
    }
}

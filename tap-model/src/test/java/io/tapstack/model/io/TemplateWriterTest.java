package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape of the document, and where it goes. */
class TemplateWriterTest {

    private static final Template NOTHING = Template.builder().build();

    @Test
    void anEmptyTemplateIsItsVersion() {
        assertThat(TemplateWriter.yaml().write(NOTHING)).isEqualTo("AWSTemplateFormatVersion: '2010-09-09'\n");
        assertThat(TemplateWriter.json().write(NOTHING))
                .isEqualTo("{\n  \"AWSTemplateFormatVersion\": \"2010-09-09\"\n}\n");
        assertThat(TemplateWriter.minifiedJson().write(NOTHING))
                .isEqualTo("{\"AWSTemplateFormatVersion\":\"2010-09-09\"}");
    }

    @Test
    void aResourceWithoutPropertiesHasNoSuchKey() {
        Template template = Template.builder()
                .addResources(
                        GenericResource.builder("Topic", "AWS::SNS::Topic").build())
                .build();
        assertThat(TemplateWriter.yaml().write(template))
                .endsWith("\n\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
        assertThat(TemplateWriter.minifiedJson().write(template))
                .endsWith(",\"Resources\":{\"Topic\":{\"Type\":\"AWS::SNS::Topic\"}}}");
    }

    @Test
    void oneDependencyIsTextAndSeveralAreAList() {
        assertThat(attributes("A")).contains("    DependsOn: A\n");
        assertThat(attributes("A", "B")).contains("    DependsOn:\n      - A\n      - B\n");
    }

    private static String attributes(String... dependsOn) {
        GenericResource.Builder resource = GenericResource.builder("R", "T");
        for (String name : dependsOn) {
            resource.options(options -> options.addDependsOn(LogicalId.of(name)));
        }
        return TemplateWriter.yaml()
                .write(Template.builder().addResources(resource.build()).build());
    }

    @Test
    void attributesHaveOneOrderWhateverTheOrderOfCalls() {
        GenericResource resource = GenericResource.builder("R", "T")
                .property("P", Value.of(1))
                .options(options -> options.putOthers("New", Value.of(1))
                        .updatePolicy(Value.json(Map.of("A", 1)))
                        .creationPolicy(Value.json(Map.of("A", 1)))
                        .putMetadata("M", Value.of(1))
                        .updateReplacePolicy(DeletionPolicy.RETAIN)
                        .deletionPolicy(DeletionPolicy.RETAIN)
                        .addDependsOn(LogicalId.of("A"))
                        .condition(LogicalId.of("C")))
                .build();
        String text = TemplateWriter.yaml()
                .write(Template.builder().addResources(resource).build());
        assertThat(text.lines()
                        .filter(line -> line.startsWith("    ") && line.charAt(4) != ' ')
                        .map(line -> line.substring(4, line.indexOf(':'))))
                .containsExactly(
                        "Type",
                        "Condition",
                        "DependsOn",
                        "DeletionPolicy",
                        "UpdateReplacePolicy",
                        "Metadata",
                        "CreationPolicy",
                        "UpdatePolicy",
                        "New",
                        "Properties");
    }

    @Test
    void headingsAreCommentsAboveTheirResource() {
        Template template = Template.builder()
                .putHeadings(LogicalId.of("B"), "VPC and\nNetworking \u2028\u0007")
                .addResources(
                        GenericResource.builder("A", "T").build(),
                        GenericResource.builder("B", "T").build())
                .build();
        assertThat(TemplateWriter.yaml().write(template)).endsWith("""

                        Resources:
                          A:
                            Type: T

                          # ====================
                          # VPC and
                          # Networking
                          # ====================

                          B:
                            Type: T
                        """);
    }

    @Test
    void twoResourcesOfOneNameAreBothWritten() {
        Template template = Template.builder()
                .addResources(
                        GenericResource.builder("A", "T").build(),
                        GenericResource.builder("A", "U").build())
                .build();
        assertThat(TemplateWriter.yaml().write(template)).contains("Type: T", "Type: U");
    }

    @ParameterizedTest
    @EnumSource(TemplateFormat.class)
    void everyWayOfWritingGivesTheSameText(TemplateFormat format) throws IOException {
        Template template = large();
        TemplateWriter writer = TemplateWriter.of(format);
        String text = writer.write(template);
        assertThat(text)
                .hasSizeGreaterThan(1 << 18)
                .contains("ä\uD83D\uDE00")
                .doesNotContain("\r")
                .endsWith("\n");

        StringWriter characters = new StringWriter();
        writer.write(template, characters);
        assertThat(characters.toString()).isEqualTo(text);

        StringBuilder builder = new StringBuilder();
        writer.write(template, builder);
        assertThat(builder.toString()).isEqualTo(text);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(template, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(writer.toBytes(template)).isEqualTo(bytes.toByteArray());
    }

    private static Template large() {
        Template.Builder template = Template.builder();
        for (int i = 0; i < 4000; i++) {
            template.addResources(GenericResource.builder("R" + i, "T")
                    .property("Name", Literal.of("ä\uD83D\uDE00-" + i))
                    .property("Code", Literal.of("a\n".repeat(i % 50) + "\n\n"))
                    .build());
        }
        return template.build();
    }

    @Test
    void failuresOfTheTargetAreTheCallers() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> TemplateWriter.yaml().write(large(), full))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void theSameWriterIsAlwaysTheSame() {
        assertThat(TemplateWriter.of(TemplateFormat.YAML))
                .isSameAs(TemplateWriter.yaml())
                .hasToString("yaml");
        assertThat(TemplateWriter.of(TemplateFormat.JSON))
                .isSameAs(TemplateWriter.json())
                .hasToString("json");
        assertThat(TemplateWriter.minifiedJson().format()).isEqualTo(TemplateFormat.JSON);
    }
}

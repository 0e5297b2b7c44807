package io.tapstack.model.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.aws.dynamodb.table.SSESpecification;
import io.tapstack.model.aws.emrserverless.application.WorkerTypeSpecificationInput;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that were read are of the classes that builders make, equal to what was built, and typed to the bottom. */
class ReadResourcesTest {

    private static final LogicalId IS_PROD = LogicalId.of("IsProd");
    private static final SSESpecification ENCRYPTED =
            SSESpecification.builder().sseEnabled(true).sseType("KMS").build();

    private static Table table() {
        return Table.builder("Orders")
                .keySchema(
                        KeySchema.builder().attributeName("id").keyType("HASH").build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType("S")
                        .build())
                .sseSpecification(If.of(IS_PROD, ENCRYPTED, PseudoParameter.noValue()))
                .tags(Tag.of("Stage", "prod"))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadEqualsWhatWasBuilt(TemplateFormat format) {
        Table built = table();
        Resource read = readBack(built, format);
        assertThat(read).isInstanceOf(Table.class).isEqualTo(built);
        assertThat(built).isEqualTo(read);
        assertThat(read.hashCode()).isEqualTo(built.hashCode());
        assertThat(readBack(built.toBuilder().tableName("x").build(), format)).isNotEqualTo(built);
    }

    @ParameterizedTest
    @EnumSource
    void gettersGiveObjectsOfTheirClasses(TemplateFormat format) {
        Table read = (Table) readBack(table(), format);
        List<Value<?>> keys = ((ListValue<?>) read.getKeySchema().orElseThrow()).items();
        assertThat(keys).singleElement().isInstanceOf(KeySchema.class);
        assertThat(((KeySchema) keys.get(0)).getAttributeName()).contains(Value.of("id"));
        If<?> choice = (If<?>) read.getSSESpecification().orElseThrow();
        assertThat(choice.whenTrue()).isInstanceOf(SSESpecification.class).isEqualTo(ENCRYPTED);
        assertThat(choice.whenFalse()).isEqualTo(PseudoParameter.noValue());
        assertThat(((ListValue<?>) read.getTags().orElseThrow()).items())
                .singleElement()
                .isInstanceOf(Tag.class);
        assertThat(read.getStreamSpecification()).isEmpty();
    }

    @Test
    void mapsOfObjectsAreTypedToo() {
        io.tapstack.model.aws.emrserverless.Application read =
                (io.tapstack.model.aws.emrserverless.Application) read("""
                Resources:
                  App:
                    Type: AWS::EMRServerless::Application
                    Properties:
                      WorkerTypeSpecifications:
                        Driver: {ImageConfiguration: {ImageUri: x}}
                """);
        MapValue<?> specifications =
                (MapValue<?>) read.getWorkerTypeSpecifications().orElseThrow();
        assertThat(specifications.members().get("Driver").orElseThrow())
                .isInstanceOf(WorkerTypeSpecificationInput.class);
    }

    @Test
    void policiesEqualWhatIsReadOfThem() {
        Role role = Role.builder("Role")
                .assumeRolePolicyDocument(PolicyDocument.of(
                        Statement.allow("Use").addActions("sts:AssumeRole").build()))
                .build();
        assertThat(readBack(role, TemplateFormat.YAML)).isEqualTo(role);
        assertThat(role).isEqualTo(readBack(role, TemplateFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::DynamoDB::NewTable",
                "AWS::dynamodb::table",
                "Custom::Thing",
                "Acme::Cloud::Thing",
                "AWS::S3::Bucket::MODULE",
                "AWS::value::Literal",
                "AWS::DynamoDB::package-info",
                "a",
                "::::",
                "AWS::::Table"
            })
    void otherTypesHaveNoClass(String type) {
        Resource read = read("Resources:\n  R: {Type: '" + type + "'}");
        assertThat(read).isInstanceOf(GenericResource.class);
        assertThat(read.resourceType()).isEqualTo(type);
    }

    private static Resource readBack(Resource resource, TemplateFormat format) {
        Template template = Template.builder().addResources(resource).build();
        return read(TemplateWriter.of(format).write(template));
    }

    private static Resource read(String text) {
        return TemplateReader.standard()
                .read("t", text.getBytes(StandardCharsets.UTF_8))
                .template()
                .orElseThrow()
                .resources()
                .get(0);
    }
}

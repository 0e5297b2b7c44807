package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deploys pipeline B with the commands of its page, uploads to it, and removes its stack: its data stays. */
@Tag("oracle")
class DataPageTest {

    private static final String STACK = "data-pipeline-dev";

    private final Template template =
            ReferencePipelines.named("data").orElseThrow().template();
    private Emulator emulator;
    private AwsCli aws;
    private Page page;

    @BeforeEach
    void start() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("data-page");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        page = new Page(aws, "data");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void the_page_of_the_data_pipeline_works_as_printed() throws IOException {
        deploys();
        processes();
        keepsWhatFailed();
        verifies();
        keepsTheData();
        page.follow("Troubleshooting");
        assertThat(page.unread()).isEmpty();
    }

    private void deploys() throws IOException {
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("data"));
        Files.writeString(
                aws.folder().resolve("TapStack.yml"), TemplateWriter.yaml().write(substitution.template()));
        page.follow("Prepare");
        assertThat(page.follow("Deploy")).contains(":stack/" + STACK);
        assertThat(page.follow("Monitor"))
                .as(EmulatedStack.failures(aws, STACK))
                .contains("\"CREATE_COMPLETE\"");
        assertThat(AwsCli.parse(page.follow("See the outputs")).findValuesAsText("OutputKey"))
                .contains("DataBucketName", "MetadataTableName", "FailedUploadQueueUrl", "AuditTrailName")
                .isSubsetOf(template.outputs().stream()
                        .map(output -> output.logicalId().name())
                        .toList());
        new DirectCalls(aws, new DeployedStack(aws, template, STACK)).make(substitution.replaced());
    }

    private void processes() {
        page.follow("Upload a file");
        JsonNode item = AwsCli.parse(page.follow("Look at the metadata")).get("Item");
        assertThat(item.at("/amount/S").textValue()).isEqualTo("100.50");
        assertThat(item.at("/customer/S").textValue()).matches("[0-9a-f]{64}");
        JsonNode receipts = AwsCli.parse(page.follow("Look at the receipts")).get("Items");
        assertThat(receipts).hasSize(1);
        assertThat(receipts.at("/0/transactions/N").textValue()).isEqualTo("2");
        assertThat(receipts.at("/0/totals/M/USD/S").textValue()).isEqualTo("100.51");
    }

    private void keepsWhatFailed() {
        page.follow("Upload a broken file");
        JsonNode event = AwsCli.parse(page.follow("Read the failed events"));
        assertThat(event.at("/requestPayload/Records/0/s3/object/key").textValue())
                .isEqualTo("incoming/broken.csv");
        assertThat(event.at("/responsePayload/errorMessage").textValue()).isEqualTo("Invalid amount of transaction 1");
    }

    private void verifies() {
        assertThat(page.follow("Verify encryption, versions and recovery"))
                .as("the emulator keeps no encryption and no recovery that CloudFormation asks for")
                .contains("\"SSEAlgorithm\"", "\"Status\": \"Enabled\"", "ABLED\"\n");
        assertThat(page.follow("Verify the audit trail"))
                .contains("\"LogFileValidationEnabled\": true", "\"AWS::S3::Object\"");
    }

    private void keepsTheData() {
        page.follow("Clean up");

        assertThat(aws.make(List.of(
                        AwsCall.of("cloudformation", "DescribeStacks", "StackName", STACK),
                        AwsCall.of("dynamodb", "DescribeTable", "TableName", "transaction-metadata-dev-12345"),
                        AwsCall.of("sqs", "GetQueueUrl", "QueueName", "failed-upload-queue-dev-12345"),
                        AwsCall.of("cloudtrail", "GetTrailStatus", "Name", "data-audit-dev-12345"))))
                .extracting(AwsCall.Answer::error)
                .containsExactly("ValidationError", "", "", "");
        assertThat(aws.make(AwsCall.of("ec2", "DescribeVpcEndpoints", Map.of())).get("VpcEndpoints"))
                .isEmpty();
        assertThat(aws.make(AwsCall.of("cloudtrail", "GetTrailStatus", "Name", "data-audit-dev-12345"))
                        .get("IsLogging")
                        .booleanValue())
                .isFalse();
    }
}

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

/** Deploys pipeline A with the commands of its page, uses it, and removes it without a trace. */
@Tag("oracle")
class EmulatorOracleTest {

    private static final String STACK = "transaction-pipeline-dev";

    private final Template template =
            ReferencePipelines.named("transaction").orElseThrow().template();
    private Emulator emulator;
    private AwsCli aws;
    private Page page;

    @BeforeEach
    void start() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("page");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        page = new Page(aws, "transaction");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void the_page_of_the_transaction_pipeline_works_as_printed() throws IOException {
        deploys();
        sendsOneTransaction();
        keepsWhatFailed();
        assertThat(AwsCli.parse(page.follow("Verify the encryption"))
                        .get("KeyRotationEnabled")
                        .booleanValue())
                .isTrue();
        leavesNothing();
        page.follow("Troubleshooting");
        assertThat(page.unread()).isEmpty();
    }

    private void deploys() throws IOException {
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("transaction"));
        System.out.print(substitution.report());
        String text = TemplateWriter.yaml().write(substitution.template());
        Files.writeString(aws.folder().resolve("TapStack.yml"), text);

        page.follow("Prepare");
        assertThat(page.follow("Deploy")).contains("arn:aws:cloudformation:us-east-1:000000000000:stack/" + STACK);
        String status = page.follow("Monitor");
        assertThat(status).as(EmulatedStack.failures(aws, STACK)).contains("\"CREATE_COMPLETE\"");
        assertThat(outputs(page.follow("See the outputs")))
                .containsExactlyInAnyOrderElementsOf(template.outputs().stream()
                        .map(output -> output.logicalId().name())
                        .filter(name -> !name.equals("ApiKeySecretArn"))
                        .toList());
        page.follow("Protect the stack");
        new DirectCalls(aws, new DeployedStack(aws, template, STACK)).make(substitution.replaced());
    }

    private void sendsOneTransaction() {
        String answer = page.follow("Send a transaction");
        assertThat(answer)
                .contains("\"StatusCode\": 200")
                .doesNotContain("FunctionError")
                .endsWith(
                        "{\"statusCode\": 200, \"body\": \"{\\\"message\\\": \\\"Transaction processed successfully\\\","
                                + " \\\"transactionId\\\": \\\"txn-001\\\", \\\"duplicate\\\": false}\"}");

        JsonNode items = AwsCli.parse(page.follow("Look into the table")).get("Items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/transactionId/S").textValue()).isEqualTo("txn-001");
        assertThat(items.at("/0/amount/S").textValue()).isEqualTo("100.50");
        assertThat(items.at("/0/status/S").textValue()).isEqualTo("PUBLISHED");

        JsonNode stream = AwsCli.parse(page.follow("Look at the stream")).get("StreamDescription");
        assertThat(stream.get("StreamStatus").textValue()).isEqualTo("ACTIVE");
        assertThat(stream.get("RetentionPeriodHours").intValue()).isEqualTo(168);

        assertThat(page.follow("Read the stream"))
                .isEqualTo("{\"amount\":\"100.50\",\"currency\":\"USD\",\"customerId\":\"cust-123\",\"payloadHash\":\""
                        + items.at("/0/payloadHash/S").textValue() + "\",\"transactionId\":\"txn-001\"}\n");
    }

    private void keepsWhatFailed() {
        assertThat(page.follow("Send an event that must fail")).contains("\"StatusCode\": 202");
        JsonNode event = AwsCli.parse(page.follow("Read the failed events"));
        assertThat(event.at("/requestPayload/transactionId").textValue()).isEqualTo("txn-002");
        assertThat(event.at("/responsePayload/errorMessage").textValue()).isEqualTo("Invalid amount");
    }

    private void leavesNothing() throws IOException {
        String bucket = "config-snapshots-" + Emulator.ACCOUNT + "-dev-12345";
        Map<String, Object> object = Map.of("Bucket", bucket, "Key", "AWSLogs/a b");
        AwsCall versions = AwsCall.of("s3", "ListObjectVersions", "Bucket", bucket);
        List<AwsCall.Answer> before = aws.make(List.of(
                AwsCall.of("s3", "PutObject", object),
                AwsCall.of("s3", "PutObject", object),
                AwsCall.of("s3", "DeleteObject", object),
                versions));
        assertThat(before.get(3).output().get("Versions")).hasSize(2);
        assertThat(before.get(3).output().get("DeleteMarkers")).hasSize(1);

        page.follow("Clean up");

        assertThat(AwsCli.parse(Files.readString(aws.folder().resolve("versions.json")))
                        .get("Objects"))
                .isEmpty();
        assertThat(aws.make(List.of(
                        AwsCall.of("cloudformation", "DescribeStacks", "StackName", STACK),
                        AwsCall.of("dynamodb", "DescribeTable", "TableName", "transactions-dev-12345"),
                        AwsCall.of("kinesis", "DescribeStream", "StreamName", "transaction-stream-dev-12345"),
                        AwsCall.of("lambda", "GetFunction", "FunctionName", "transaction-processor-dev-12345"),
                        AwsCall.of("iam", "GetRole", "RoleName", "lambda-transaction-processor-role-dev-12345"),
                        AwsCall.of("sqs", "GetQueueUrl", "QueueName", "failed-transactions-dev-12345"),
                        versions)))
                .extracting(AwsCall.Answer::error)
                .containsExactly(
                        "ValidationError",
                        "ResourceNotFoundException",
                        "ResourceNotFoundException",
                        "ResourceNotFoundException",
                        "NoSuchEntity",
                        "AWS.SimpleQueueService.NonExistentQueue",
                        "NoSuchBucket");
        assertThat(aws.make(AwsCall.of("logs", "DescribeLogGroups", Map.of())).get("logGroups"))
                .isEmpty();
    }

    private static List<String> outputs(String json) {
        return AwsCli.parse(json).findValuesAsText("OutputKey");
    }
}

package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Each uploaded file is stored once or kept as a failure, and what was stored stays when the stack goes. */
@Tag("oracle")
@TestMethodOrder(OrderAnnotation.class)
class DataOracleTest {

    private static final String SUFFIX = "upload";
    private static final String HEADER = "transactionId,customerId,amount,currency,timestamp\n";
    private static final String TRAIL = "data-audit-" + SUFFIX;
    private static final Map<String, String> POLICY =
            Map.of("RoleName", "lambda-data-processor-role-" + SUFFIX, "PolicyName", "data-processor");

    private static Emulator emulator;
    private static AwsCli aws;
    private static EmulatedStack stack;
    private static EmulatedUploads pipeline;

    @BeforeAll
    static void deploy() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("data");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        Template template = ReferencePipelines.named("data").orElseThrow().template();
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("data"));
        System.out.print(substitution.report());
        stack = EmulatedStack.create(aws, "data", substitution.template(), Map.of("EnvironmentSuffix", SUFFIX));
        new DirectCalls(aws, new DeployedStack(aws, template, "data")).make(substitution.replaced());
        pipeline = new EmulatedUploads(aws, emulator, stack);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Order(1)
    void an_uploaded_file_becomes_metadata_and_a_receipt() {
        String version =
                pipeline.upload("incoming/first day.csv", HEADER + row("first-1", "100.5") + row("first-2", "0.01"));

        JsonNode receipt = pipeline.receipt(version);

        assertThat(receipt.at("/transactions/N").textValue()).isEqualTo("2");
        assertThat(receipt.at("/totals/M/USD/S").textValue()).isEqualTo("100.51");
        assertThat(receipt.at("/objectKey/S").textValue()).isEqualTo("incoming/first day.csv");
        JsonNode item = pipeline.transactions().get("first-1");
        assertThat(item.at("/amount/S").textValue()).isEqualTo("100.50");
        assertThat(item.at("/timestamp/N").textValue()).isEqualTo("1700000000123");
        assertThat(item.at("/objectVersion/S").textValue()).isEqualTo(version);
        assertThat(item.at("/customer/S").textValue()).matches("[0-9a-f]{64}");
        assertThat(item.toString()).doesNotContain("cust-123");
    }

    @Test
    @Order(2)
    void the_same_file_again_stores_nothing_again() {
        String content = HEADER + row("again-1", "1") + row("again-2", "2");
        pipeline.receipt(pipeline.upload("incoming/again.csv", content));
        Map<String, JsonNode> stored = pipeline.transactions();

        String second = pipeline.upload("incoming/again.csv", content);
        String third = pipeline.upload("incoming/again.jsonl", line("again-2", "2") + line("again-1", "1.0"));
        pipeline.receipt(second);
        pipeline.receipt(third);

        assertThat(pipeline.transactions()).isEqualTo(stored);
    }

    @Test
    @Order(3)
    void the_same_event_again_changes_nothing() {
        String version = pipeline.upload("incoming/event.csv", HEADER + row("event-1", "1"));
        pipeline.receipt(version);
        Map<String, JsonNode> stored = pipeline.transactions();
        Map<String, JsonNode> receipts = pipeline.receipts();

        assertThat(pipeline.call(event("incoming/event.csv", version))).isEmpty();

        assertThat(pipeline.transactions()).isEqualTo(stored);
        assertThat(pipeline.receipts()).isEqualTo(receipts);
    }

    @Test
    @Order(4)
    void a_broken_file_stores_nothing_and_is_kept_with_its_event() {
        String version = pipeline.upload("incoming/broken.csv", HEADER + row("broken-1", "1") + row("broken-2", "-1"));

        JsonNode failure = pipeline.failure(version);

        assertThat(failure.at("/requestContext/condition").textValue()).isEqualTo("RetriesExhausted");
        assertThat(failure.at("/requestContext/approximateInvokeCount").intValue())
                .isEqualTo(3);
        assertThat(failure.at("/responsePayload/errorMessage").textValue())
                .isEqualTo("Invalid amount of transaction 2");
        assertThat(failure.at("/requestPayload/Records/0/s3/object/key").textValue())
                .isEqualTo("incoming/broken.csv");
        assertThat(pipeline.transactions()).doesNotContainKeys("broken-1", "broken-2");
        assertThat(pipeline.receipts()).doesNotContainKey(version);

        pipeline.receipt(pipeline.upload("incoming/broken.csv", HEADER + row("broken-1", "1") + row("broken-2", "2")));
        assertThat(pipeline.transactions()).containsKeys("broken-1", "broken-2");
        aws.make(AwsCall.of(
                "s3",
                "GetObject",
                Map.of("Bucket", pipeline.bucket(), "Key", "incoming/broken.csv", "VersionId", version)));
    }

    @Test
    @Order(5)
    void another_payload_under_a_known_id_is_a_failure_and_what_is_stored_stays() {
        pipeline.receipt(pipeline.upload("incoming/conflict.csv", HEADER + row("conflict-1", "1")));
        JsonNode stored = pipeline.transactions().get("conflict-1");

        String version =
                pipeline.upload("incoming/conflict.csv", HEADER + row("conflict-1", "2") + row("conflict-2", "2"));

        assertThat(pipeline.failure(version).at("/responsePayload/errorMessage").textValue())
                .isEqualTo("1 of 2 transaction ids belong to other payloads");
        assertThat(pipeline.transactions()).containsEntry("conflict-1", stored).containsKey("conflict-2");
        assertThat(pipeline.receipts()).doesNotContainKey(version);
    }

    /** The emulator holds the code to the policy that the presets derived: without a statement its call is refused. */
    @Test
    @Order(6)
    void what_could_not_be_read_waits_until_it_can() {
        ObjectNode policy = (ObjectNode)
                aws.make(AwsCall.of("iam", "GetRolePolicy", POLICY)).get("PolicyDocument");
        String version;
        JsonNode failure;
        put(without(policy, "ReadDataBucketIncoming"));
        try {
            version = pipeline.upload("incoming/no-right.csv", HEADER + row("no-right", "1"));
            failure = pipeline.failure(version);
        } finally {
            put(policy);
        }
        assertThat(failure.at("/responsePayload/errorMessage").textValue()).isEqualTo("AccessDenied");
        assertThat(pipeline.transactions()).doesNotContainKey("no-right");

        assertThat(pipeline.call(failure.get("requestPayload"))).isEmpty();

        assertThat(pipeline.transactions()).containsKey("no-right");
        assertThat(pipeline.receipts()).containsKey(version);
    }

    @Test
    @Order(7)
    void a_mixture_from_several_threads_loses_nothing_and_doubles_nothing() {
        Random random = new Random(20261122);
        Map<String, BigDecimal> amounts = new TreeMap<>();
        List<Map.Entry<String, String>> files = new ArrayList<>();
        int broken = 0;
        for (int i = 0; i < 12; i++) {
            StringBuilder content = new StringBuilder(HEADER);
            for (int j = 0; j < 5; j++) {
                String id = String.format(Locale.ROOT, "mix-%02d", random.nextInt(30));
                BigDecimal amount =
                        amounts.computeIfAbsent(id, any -> BigDecimal.valueOf(1 + random.nextInt(999_999), 2));
                if (content.indexOf(id) < 0) {
                    content.append(row(id, amount.toPlainString()));
                }
            }
            files.add(Map.entry("incoming/mix-" + i + ".csv", content.toString()));
            if (i % 4 == 3) {
                broken++;
                files.add(Map.entry("incoming/mix-" + i + ".csv", content + "mix-99,cust,1.001,USD,1700000000123\n"));
            }
        }

        List<String> versions = pipeline.upload(files, 4);
        pipeline.await(() -> ended().containsAll(versions));

        assertThat(pipeline.failures().keySet().stream().filter(versions::contains))
                .hasSize(broken);
        assertThat(pipeline.receipts().keySet().stream().filter(versions::contains))
                .hasSize(versions.size() - broken);
        Map<String, BigDecimal> stored = new TreeMap<>();
        pipeline.transactions().forEach((id, item) -> {
            if (id.startsWith("mix-")) {
                stored.put(id, new BigDecimal(item.at("/amount/S").textValue()));
            }
        });
        assertThat(stored).isEqualTo(amounts);
    }

    /** Which versions have come to an end, good or bad. */
    private static Set<String> ended() {
        Set<String> ended = new TreeSet<>(pipeline.receipts().keySet());
        ended.addAll(pipeline.failures().keySet());
        return ended;
    }

    /** The emulator does not record, so this shows only that CloudTrail takes what the template says, and means what it should. */
    @Test
    @Order(8)
    void the_trail_is_told_of_the_objects_of_every_bucket() {
        JsonNode trail =
                aws.make(AwsCall.of("cloudtrail", "GetTrail", "Name", TRAIL)).get("Trail");
        assertThat(trail.get("LogFileValidationEnabled").booleanValue()).isTrue();
        assertThat(trail.get("S3BucketName").textValue()).isEqualTo(stack.output("AuditTrailBucketName"));

        JsonNode selector = aws.make(AwsCall.of("cloudtrail", "GetEventSelectors", "TrailName", TRAIL))
                .at("/EventSelectors/0");

        assertThat(selector.get("ReadWriteType").textValue()).isEqualTo("All");
        List<String> objects = new ArrayList<>();
        selector.at("/DataResources/0/Values").forEach(arn -> objects.add(arn.textValue()));
        assertThat(objects)
                .containsExactlyInAnyOrder(
                        "arn:aws:s3:::" + pipeline.bucket() + "/",
                        "arn:aws:s3:::" + stack.output("AuditTrailBucketName") + "/");
    }

    @Test
    @Order(9)
    void nothing_but_logs_goes_with_the_stack() {
        Map<String, JsonNode> stored = pipeline.transactions();
        List<String> names = aws.make(AwsCall.of("logs", "DescribeLogGroups", Map.of()))
                .get("logGroups")
                .findValuesAsText("logGroupName");
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "/aws/cloudtrail/" + TRAIL,
                        "/aws/lambda/data-processor-" + SUFFIX,
                        "/aws/vpc/data-vpc-" + SUFFIX);

        stack.delete();

        assertThat(aws.make(AwsCall.of("logs", "DescribeLogGroups", Map.of())).get("logGroups"))
                .isEmpty();
        assertThat(pipeline.transactions()).isEqualTo(stored).isNotEmpty();
        assertThat(aws.make(List.of(
                        AwsCall.of("s3", "ListObjectVersions", "Bucket", pipeline.bucket()),
                        AwsCall.of("s3", "GetBucketPolicy", "Bucket", stack.output("AuditTrailBucketName")),
                        AwsCall.of("sqs", "GetQueueUrl", "QueueName", "failed-upload-queue-" + SUFFIX),
                        AwsCall.of("lambda", "GetFunction", "FunctionName", "data-processor-" + SUFFIX),
                        AwsCall.of("iam", "GetRolePolicy", POLICY),
                        AwsCall.of(
                                "secretsmanager", "GetSecretValue", "SecretId", stack.output("ConfigurationSecretArn")),
                        AwsCall.of("sns", "GetTopicAttributes", "TopicArn", stack.output("SecurityAlertTopicArn")))))
                .allSatisfy(answer ->
                        assertThat(answer.error()).as(answer.toString()).isEmpty());
        assertThat(aws.make(AwsCall.of("kms", "DescribeKey", "KeyId", stack.output("KMSKeyArn")))
                        .at("/KeyMetadata/KeyState")
                        .textValue())
                .isEqualTo("Enabled");
        assertThat(aws.make(AwsCall.of("ec2", "DescribeVpcEndpoints", Map.of())).get("VpcEndpoints"))
                .hasSize(3);
    }

    private static String row(String id, String amount) {
        return id + ",cust-123," + amount + ",USD,1700000000123\n";
    }

    private static String line(String id, String amount) {
        return "{\"transactionId\":\"" + id + "\",\"customerId\":\"cust-123\",\"amount\":\"" + amount
                + "\",\"currency\":\"USD\",\"timestamp\":\"1700000000123\"}\n";
    }

    private static JsonNode event(String key, String version) {
        return AwsCli.JSON.valueToTree(Map.of(
                "Records",
                List.of(Map.of(
                        "eventSource", "aws:s3",
                        "eventName", "ObjectCreated:Put",
                        "s3",
                                Map.of(
                                        "bucket",
                                        Map.of("name", pipeline.bucket()),
                                        "object",
                                        Map.of("key", key, "versionId", version))))));
    }

    private static ObjectNode without(ObjectNode policy, String sid) {
        ObjectNode rest = policy.deepCopy();
        Iterator<JsonNode> statements = rest.get("Statement").iterator();
        while (statements.hasNext()) {
            if (statements.next().path("Sid").asText().equals(sid)) {
                statements.remove();
            }
        }
        assertThat(rest).isNotEqualTo(policy);
        return rest;
    }

    private static void put(ObjectNode policy) {
        aws.make(AwsCall.of(
                "iam",
                "PutRolePolicy",
                Map.of(
                        "RoleName",
                        POLICY.get("RoleName"),
                        "PolicyName",
                        POLICY.get("PolicyName"),
                        "PolicyDocument",
                        AwsCli.text(policy))));
    }
}

package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The data pipeline on the emulator, as those see it who upload files and who watch over them. */
final class EmulatedUploads {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final AwsCli aws;
    private final Emulator emulator;
    private final EmulatedStack stack;
    private final List<JsonNode> failures = new ArrayList<>();

    /** The pipeline of a stack. */
    EmulatedUploads(AwsCli aws, Emulator emulator, EmulatedStack stack) {
        this.aws = aws;
        this.emulator = emulator;
        this.stack = stack;
    }

    /** The bucket that takes files. */
    String bucket() {
        return stack.output("DataBucketName");
    }

    /** The table of metadata. */
    String table() {
        return stack.output("MetadataTableName");
    }

    /** Uploads a file as a user would, and gives the version that it has become. */
    String upload(String key, String content) {
        Path file = aws.folder().resolve("upload");
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aws.command("s3", "cp", file.toString(), "s3://" + bucket() + "/" + key).succeed();
        return aws.make(AwsCall.of("s3", "HeadObject", Map.of("Bucket", bucket(), "Key", key)))
                .get("VersionId")
                .textValue();
    }

    /** Uploads files from several threads and gives their versions, in their order. */
    List<String> upload(List<Map.Entry<String, String>> files, int threads) {
        List<AwsCall> calls = new ArrayList<>();
        for (Map.Entry<String, String> file : files) {
            calls.add(AwsCall.of(
                    "s3", "PutObject", Map.of("Bucket", bucket(), "Key", file.getKey(), "Body", file.getValue())));
        }
        return aws.make(calls, threads).stream()
                .map(answer -> answer.output().get("VersionId").textValue())
                .toList();
    }

    /** Calls the function with an event and waits; gives the message of its error, or nothing if it did not fail. */
    String call(JsonNode event) {
        JsonNode answer = aws.make(AwsCall.of(
                "lambda",
                "Invoke",
                Map.of("FunctionName", stack.output("LambdaFunctionName"), "Payload", AwsCli.text(event))));
        return answer.has("FunctionError")
                ? AwsCli.parse(answer.get("Payload").textValue())
                        .get("errorMessage")
                        .asText()
                : "";
    }

    /** What the table holds of transactions, by their ids. */
    Map<String, JsonNode> transactions() {
        return items(false);
    }

    /** What the table holds of files, by the versions of the objects. */
    Map<String, JsonNode> receipts() {
        return items(true);
    }

    private Map<String, JsonNode> items(boolean ofFiles) {
        Map<String, JsonNode> items = new TreeMap<>();
        for (JsonNode item : aws.make(
                        AwsCall.of("dynamodb", "Scan", Map.of("TableName", table(), "ConsistentRead", true)))
                .get("Items")) {
            String id = item.at("/transactionId/S").textValue();
            if (id.startsWith("file#") == ofFiles) {
                items.put(ofFiles ? item.at("/objectVersion/S").textValue() : id, item);
            }
        }
        return items;
    }

    /** What came to the failure destination so far, by the versions of the objects. */
    Map<String, JsonNode> failures() {
        JsonNode messages;
        do {
            messages = aws.make(AwsCall.of(
                            "sqs",
                            "ReceiveMessage",
                            Map.of("QueueUrl", stack.output("FailedUploadQueueUrl"), "MaxNumberOfMessages", 10)))
                    .path("Messages");
            messages.forEach(
                    message -> failures.add(AwsCli.parse(message.get("Body").textValue())));
        } while (!messages.isEmpty());
        Map<String, JsonNode> byVersion = new TreeMap<>();
        for (JsonNode failure : failures) {
            byVersion.put(
                    failure.at("/requestPayload/Records/0/s3/object/versionId").textValue(), failure);
        }
        return byVersion;
    }

    /** Waits until the version of an object has its receipt. */
    JsonNode receipt(String version) {
        await(() -> receipts().containsKey(version));
        return receipts().get(version);
    }

    /** Waits until the version of an object has come to the failure destination. */
    JsonNode failure(String version) {
        await(() -> failures().containsKey(version));
        return failures().get(version);
    }

    /** Asks again until it holds; each question takes about a second. */
    void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing came of it; the emulator said:\n" + emulator.log());
            }
        }
    }
}

package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The financial pipeline on the emulator as its clients see it, who call it with curl, and as those do who look into its stores. */
final class FinancialClient {

    private static final String JSON = " -H 'Content-Type: application/json'";
    private static final String SIGNATURE =
            " --aws-sigv4 aws:amz:us-east-1:execute-api" + " --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"";

    private final AwsCli aws;
    private final EmulatedStack stack;
    private final String url;
    private final String key;

    /** The pipeline of a stack. The emulator serves APIs below its own address instead of under host names. */
    FinancialClient(AwsCli aws, Emulator emulator, EmulatedStack stack) {
        this.aws = aws;
        this.stack = stack;
        String endpoint = stack.output("ApiEndpoint");
        String id = endpoint.substring("https://".length(), endpoint.indexOf('.'));
        url = emulator.endpoint() + "/_aws/execute-api/" + id + endpoint.substring(endpoint.lastIndexOf('/'))
                + "/transactions";
        Map<String, Object> input = Map.of("apiKey", stack.output("ApiKeyId"), "includeValue", true);
        key = aws.make(AwsCall.of("apigateway", "GetApiKey", input))
                .get("value")
                .textValue();
    }

    /** Sends a body with the API key. */
    Reply send(String body) {
        return post(body, JSON + keyHeader(key));
    }

    /** Sends a body with the API key, as this type of contents; as none if that is empty. */
    Reply sendAs(String contentType, String body) {
        return post(body, " -H 'Content-Type:" + contentType + "'" + keyHeader(key));
    }

    /** Sends a body with another text in place of the API key; with none if that is empty. */
    Reply sendWithKey(String otherKey, String body) {
        return post(body, JSON + (otherKey.isEmpty() ? "" : keyHeader(otherKey)));
    }

    /** Sends a body with the API key and a signature. */
    Reply sendSigned(String body) {
        return post(body, JSON + keyHeader(key) + SIGNATURE);
    }

    /** Sends a body with a signature alone. */
    Reply sendSignedWithoutKey(String body) {
        return post(body, JSON + SIGNATURE);
    }

    /** Sends a body with the API key from several clients at the same time, and gives the HTTP status of each answer. */
    List<Integer> sendAtOnce(String body, int clients) {
        String each = curl(" -o /dev/null -w '%{http_code}\\n'" + JSON + keyHeader(key));
        write(body);
        String out = aws.bash("for i in $(seq " + clients + "); do " + each + " & done; wait")
                .succeed()
                .out();
        return out.lines().map(Integer::valueOf).toList();
    }

    private static String keyHeader(String value) {
        return " -H 'x-api-key: " + value + "'";
    }

    private Reply post(String body, String options) {
        write(body);
        String out = aws.bash(curl(" -w '\\n%{http_code}'" + options)).succeed().out();
        int end = out.lastIndexOf('\n');
        return new Reply(Integer.parseInt(out.substring(end + 1).strip()), AwsCli.parse(out.substring(0, end)));
    }

    private String curl(String options) {
        return "curl -sS --cacert \"$AWS_CA_BUNDLE\" -X POST --data-binary @body" + options + " '" + url + "'";
    }

    private void write(String body) {
        try {
            Files.writeString(aws.folder().resolve("body"), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records in the table, by transaction id. */
    Map<String, JsonNode> records() {
        Map<String, JsonNode> records = new TreeMap<>();
        Map<String, Object> input = Map.of("TableName", stack.output("TransactionTableName"), "ConsistentRead", true);
        for (JsonNode item : aws.make(AwsCall.of("dynamodb", "Scan", input)).get("Items")) {
            if (records.put(item.at("/transactionId/S").textValue(), item) != null) {
                throw new AssertionError("twice in the table: " + item);
            }
        }
        return records;
    }

    /** The keys of the objects in the bucket, sorted. */
    List<String> documents() {
        List<String> keys = new ArrayList<>();
        aws.make(AwsCall.of("s3", "ListObjectsV2", "Bucket", stack.output("DataBucketName")))
                .path("Contents")
                .forEach(object -> keys.add(object.get("Key").textValue()));
        return keys;
    }

    /** The document of a transaction; missing if there is none. */
    JsonNode document(String transactionId) {
        String objectKey = "transactions/" + transactionId + ".json";
        if (!documents().contains(objectKey)) {
            return MissingNode.getInstance();
        }
        Map<String, Object> input = Map.of("Bucket", stack.output("DataBucketName"), "Key", objectKey);
        return AwsCli.parse(
                aws.make(AwsCall.of("s3", "GetObject", input)).get("Body").textValue());
    }

    /**
     * What the API answered.
     *
     * @param status the HTTP status
     * @param body the body
     */
    record Reply(int status, JsonNode body) {

        String message() {
            return body.path("message").asText();
        }
    }
}

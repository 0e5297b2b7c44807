package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The transaction pipeline on the emulator, as its callers and consumers see it. */
final class EmulatedTransactions {

    private final AwsCli aws;
    private final String function;
    private final String table;
    private final String stream;

    /** The pipeline of a stack. */
    EmulatedTransactions(AwsCli aws, EmulatedStack stack) {
        this.aws = aws;
        function = stack.output("LambdaFunctionName");
        table = stack.output("DynamoDBTableName");
        stream = stack.output("KinesisStreamName");
    }

    /** Sends payloads from several threads and waits for every answer; the answers are in the order of the payloads. */
    List<Answer> send(List<String> payloads, int threads) {
        List<AwsCall> calls = payloads.stream().map(this::invocation).toList();
        List<Answer> answers = new ArrayList<>();
        for (AwsCall.Answer answer : aws.make(calls, threads)) {
            JsonNode output = answer.output();
            answers.add(new Answer(
                    output.has("FunctionError"),
                    AwsCli.parse(output.get("Payload").textValue())));
        }
        return answers;
    }

    /**
     * Sends payloads from several threads as a patient caller does: what met another call of the same transaction is sent again.
     * Gives the last answer to each.
     */
    List<Answer> sendUntilAnswered(List<String> payloads, int threads) {
        List<Answer> answers = new ArrayList<>(send(payloads, threads));
        for (int round = 0; round < 10; round++) {
            List<Integer> waiting = IntStream.range(0, payloads.size())
                    .filter(i -> answers.get(i).error().startsWith("Another invocation"))
                    .boxed()
                    .toList();
            if (waiting.isEmpty()) {
                return answers;
            }
            List<Answer> again = send(waiting.stream().map(payloads::get).toList(), threads);
            for (int i = 0; i < waiting.size(); i++) {
                answers.set(waiting.get(i), again.get(i));
            }
        }
        throw new AssertionError("still in progress after ten rounds: " + answers);
    }

    /** Sends one payload. */
    Answer send(String payload) {
        return send(List.of(payload), 1).get(0);
    }

    /** What the table holds, by transaction id. */
    Map<String, JsonNode> items() {
        Map<String, JsonNode> items = new TreeMap<>();
        for (JsonNode item : aws.make(
                        AwsCall.of("dynamodb", "Scan", Map.of("TableName", table, "ConsistentRead", true)))
                .get("Items")) {
            items.put(item.at("/transactionId/S").textValue(), item);
        }
        return items;
    }

    /** What the table holds under an id; missing if that is nothing. */
    JsonNode item(String id) {
        return items().getOrDefault(id, MissingNode.getInstance());
    }

    /** What the stream holds, all shards together, sorted by transaction id. */
    List<JsonNode> records() {
        List<AwsCall> shards = new ArrayList<>();
        for (JsonNode shard : aws.make(AwsCall.of("kinesis", "ListShards", "StreamName", stream))
                .get("Shards")) {
            shards.add(AwsCall.of(
                    "kinesis",
                    "GetShardIterator",
                    Map.of(
                            "StreamName",
                            stream,
                            "ShardId",
                            shard.get("ShardId").textValue(),
                            "ShardIteratorType",
                            "TRIM_HORIZON")));
        }
        List<AwsCall> reads = aws.make(shards).stream()
                .map(answer -> AwsCall.of(
                        "kinesis",
                        "GetRecords",
                        "ShardIterator",
                        answer.output().get("ShardIterator").textValue()))
                .toList();
        List<JsonNode> records = new ArrayList<>();
        for (AwsCall.Answer read : aws.make(reads)) {
            if (read.output().get("MillisBehindLatest").longValue() != 0) {
                throw new AssertionError("a shard holds more than one answer does: " + read);
            }
            read.output()
                    .get("Records")
                    .forEach(record ->
                            records.add(AwsCli.parse(record.get("Data").textValue())));
        }
        records.sort(Comparator.comparing(record -> record.get("transactionId").textValue()));
        return records;
    }

    private AwsCall invocation(String payload) {
        return AwsCall.of("lambda", "Invoke", Map.of("FunctionName", function, "Payload", payload));
    }

    /**
     * What the function said.
     *
     * @param failed whether it failed
     * @param payload its result, or the error
     */
    record Answer(boolean failed, JsonNode payload) {

        /** Why it failed; empty if it did not. */
        String error() {
            return failed ? payload.path("errorMessage").asText() : "";
        }

        /** Whether the transaction had been published before. */
        boolean duplicate() {
            return AwsCli.parse(payload.get("body").textValue())
                    .get("duplicate")
                    .booleanValue();
        }
    }
}

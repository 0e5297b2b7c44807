package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost and nothing is doubled, whatever callers do. Each test has transaction ids of its own. */
@Tag("oracle")
class TransactionsOracleTest {

    private static final String ROLE = "lambda-transaction-processor-role-ledger";
    private static final String POLICY = "transaction-processor";

    private static Emulator emulator;
    private static AwsCli aws;
    private static EmulatedTransactions pipeline;

    @BeforeAll
    static void deploy() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("transactions");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        Template template =
                ReferencePipelines.named("transaction").orElseThrow().template();
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("transaction"));
        EmulatedStack stack =
                EmulatedStack.create(aws, "ledger", substitution.template(), Map.of("EnvironmentSuffix", "ledger"));
        pipeline = new EmulatedTransactions(aws, stack);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    /** The first burst finds twenty cold functions, which start one after the other; the later ones really meet. */
    @ParameterizedTest
    @ValueSource(strings = {"at-once-cold", "at-once-warm", "at-once-hot"})
    void the_same_transaction_from_twenty_callers_at_once_is_stored_and_published_once(String id) {
        String payload = payload(id, "100.50");

        List<EmulatedTransactions.Answer> answers = pipeline.sendUntilAnswered(Collections.nCopies(20, payload), 20);

        assertThat(answers).noneMatch(EmulatedTransactions.Answer::failed);
        assertThat(answers).filteredOn(answer -> !answer.duplicate()).hasSizeLessThanOrEqualTo(1);
        assertThat(pipeline.item(id).at("/status/S").textValue()).isEqualTo("PUBLISHED");
        assertThat(records(id)).hasSize(1);
        assertThat(pipeline.send(payload).duplicate()).isTrue();
    }

    @Test
    void another_payload_under_the_same_id_is_refused_and_what_is_stored_stays() {
        pipeline.send(payload("conflict", "100.50"));
        JsonNode stored = pipeline.item("conflict");

        assertThat(pipeline.send(
                        List.of(
                                payload("conflict", "100.51"),
                                payload("conflict", "\"100.05\""),
                                "{\"transactionId\":\"conflict\",\"amount\":100.50,\"customerId\":\"cust-124\"}",
                                "{\"transactionId\":\"conflict\",\"amount\":100.50,\"customerId\":\"cust-123\",\"currency\":\"EUR\"}"),
                        4))
                .allMatch(answer -> answer.error().equals("The transaction id belongs to another payload"));

        assertThat(pipeline.items()).containsEntry("conflict", stored);
        assertThat(records("conflict")).hasSize(1);
        assertThat(pipeline.send(payload("conflict", "\"100.5\"")).duplicate()).isTrue();
    }

    @Test
    void bad_input_is_refused_and_leaves_nothing() {
        Map<String, String> refusals = new TreeMap<>();
        for (String fields : List.of(
                "null",
                "[]",
                "{}",
                "\"bad\"",
                "1",
                "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"data\":\"e30=\"}}]}",
                "{\"httpMethod\":\"POST\",\"body\":\"{}\"}",
                "{\"transactionId\":\"bad\",\"amount\":1}",
                "{\"transactionId\":\"bad\",\"amount\":1,\"customerId\":\"cust-123\",\"status\":\"PUBLISHED\"}")) {
            refusals.put(fields, "Invalid fields");
        }
        for (String amount : List.of(
                "null",
                "true",
                "0",
                "-1",
                "\"-0.01\"",
                "0.001",
                "\"1.005\"",
                "\"NaN\"",
                "\"1e3\"",
                "\"01\"",
                "\" 1\"",
                "1e300",
                "12345678901234567.89",
                "\"1000000000000000000\"")) {
            refusals.put(payload("bad", amount), "Invalid amount");
        }
        for (String id : List.of("", " ", "a b", "é", "x".repeat(129))) {
            refusals.put(payload(id, "1"), "Invalid transactionId");
        }
        refusals.put("{\"transactionId\":\"bad\",\"amount\":1,\"customerId\":\"\"}", "Invalid customerId");
        refusals.put(
                "{\"transactionId\":\"bad\",\"amount\":1,\"customerId\":\"cust-123\",\"currency\":\"usd\"}",
                "Invalid currency");
        refusals.put(
                "{\"transactionId\":\"bad\",\"amount\":1,\"customerId\":\"cust-123\",\"timestamp\":1700000000}",
                "Invalid timestamp");
        Map<String, JsonNode> items = pipeline.items();
        List<JsonNode> records = pipeline.records();

        Map<String, String> answers = new TreeMap<>();
        Iterator<EmulatedTransactions.Answer> answer =
                pipeline.send(List.copyOf(refusals.keySet()), 2).iterator();
        refusals.keySet().forEach(payload -> answers.put(payload, answer.next().error()));

        assertThat(answers).isEqualTo(refusals);
        assertThat(pipeline.items()).isEqualTo(items);
        assertThat(pipeline.records()).isEqualTo(records);
    }

    @Test
    void a_mixture_from_several_threads_is_the_sum_of_its_distinct_transactions() {
        Random random = new Random(20261122);
        Map<String, String> amounts = new TreeMap<>();
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = String.format(Locale.ROOT, "mix-%02d", i);
            String amount =
                    BigDecimal.valueOf(1 + random.nextLong(99_999_999_999L), 2).toPlainString();
            amounts.put(id, amount);
            for (int copies = random.nextInt(3); copies >= 0; copies--) {
                payloads.add(payload(id, random.nextBoolean() ? amount : '"' + amount + '"'));
            }
        }
        Collections.shuffle(payloads, random);

        List<EmulatedTransactions.Answer> answers = pipeline.sendUntilAnswered(payloads, 8);

        System.out.println("oracles: " + payloads.size() + " calls for " + amounts.size() + " transactions");
        assertThat(payloads).hasSizeGreaterThan(50);
        assertThat(answers).noneMatch(EmulatedTransactions.Answer::failed);
        Map<String, String> stored = new TreeMap<>();
        pipeline.items().forEach((id, item) -> {
            if (id.startsWith("mix-")) {
                stored.put(id, item.at("/amount/S").textValue());
                assertThat(item.at("/status/S").textValue()).as(id).isEqualTo("PUBLISHED");
            }
        });
        assertThat(stored).isEqualTo(amounts);
        List<JsonNode> published = records("mix-");
        assertThat(published)
                .extracting(record -> record.get("transactionId").textValue())
                .containsExactlyElementsOf(amounts.keySet());
        assertThat(sum(published.stream()
                        .map(record -> record.get("amount").textValue())
                        .toList()))
                .isEqualByComparingTo(sum(amounts.values()));
    }

    @Test
    void the_policy_of_the_template_is_what_lets_the_function_store() {
        ObjectNode policy = policy();
        put(without(policy, "UpdateTransactionTable"));
        try {
            assertThat(pipeline.send(payload("no-right", "1")).error()).isEqualTo("AccessDeniedException");
        } finally {
            put(policy);
        }
        assertThat(pipeline.items()).doesNotContainKey("no-right");
        assertThat(pipeline.send(payload("no-right", "1")).duplicate()).isFalse();
        assertThat(records("no-right")).hasSize(1);
    }

    @Test
    void a_transaction_that_could_not_be_published_is_published_by_the_next_call() {
        ObjectNode policy = policy();
        put(without(policy, "PutIntoTransactionStream"));
        try {
            assertThat(pipeline.send(payload("resumed", "1")).error()).isEqualTo("AccessDeniedException");
        } finally {
            put(policy);
        }
        assertThat(pipeline.item("resumed").at("/status/S").textValue()).isEqualTo("RECEIVED");
        assertThat(records("resumed")).isEmpty();
        assertThat(pipeline.send(payload("resumed", "1")).duplicate()).isFalse();
        assertThat(pipeline.item("resumed").at("/status/S").textValue()).isEqualTo("PUBLISHED");
        assertThat(records("resumed")).hasSize(1);
    }

    private static String payload(String id, String amount) {
        return "{\"transactionId\":\"" + id + "\",\"amount\":" + amount + ",\"customerId\":\"cust-123\"}";
    }

    private static List<JsonNode> records(String idPrefix) {
        return pipeline.records().stream()
                .filter(record -> record.get("transactionId").textValue().startsWith(idPrefix))
                .toList();
    }

    private static BigDecimal sum(Collection<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ObjectNode policy() {
        Map<String, String> input = Map.of("RoleName", ROLE, "PolicyName", POLICY);
        return (ObjectNode) aws.make(AwsCall.of("iam", "GetRolePolicy", input)).get("PolicyDocument");
    }

    private static ObjectNode without(ObjectNode policy, String sid) {
        ObjectNode rest = policy.deepCopy();
        Iterator<JsonNode> statements = rest.get("Statement").iterator();
        while (statements.hasNext()) {
            if (statements.next().path("Sid").asText().equals(sid)) {
                statements.remove();
            }
        }
        assertThat(rest.get("Statement")).hasSize(policy.get("Statement").size() - 1);
        return rest;
    }

    private static void put(ObjectNode policy) {
        aws.make(AwsCall.of(
                "iam",
                "PutRolePolicy",
                Map.of("RoleName", ROLE, "PolicyName", POLICY, "PolicyDocument", AwsCli.text(policy))));
    }
}

package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The API takes transactions of those who may send them and stores each once, and what its README looks at is there.
 *
 * <p>Three stacks of the pipeline stand side by side: one that can be reached from outside with the API key alone, one that asks for a
 * signature besides, and one that is private.
 *
 * <p>What the emulator cannot show:
 *
 * <ul>
 *   <li>It has no network, so nobody is inside one. Of the private API it shows that its policy refuses whoever is outside.
 *   <li>Its CloudFormation leaves out the policy of the API, its validation of requests, the keys of buckets and tables
 *       and the recovery of tables. {@link CompletedApi} makes the first two of the template's properties.
 *   <li>Its databases are no PostgreSQL and its rotations call no function, so there is no schedule here. The tests of the rotation
 *       function show rotations, with a real PostgreSQL.
 *   <li>It does not count requests for metrics of alarms.
 * </ul>
 */
@Tag("oracle")
class FinancialOracleTest {

    private static final String README = "{\"transactionId\": \"txn-001\", \"amount\": 100.50}";
    private static final String ROLE = "lambda-data-processor-role-keyed";
    private static final String POLICY = "data-processor";

    private static Emulator emulator;
    private static AwsCli aws;
    private static EmulatedStack stack;
    private static FinancialClient keyed;
    private static FinancialClient signed;
    private static FinancialClient inside;

    @BeforeAll
    static void deploy() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("financial");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        stack = deploy("keyed", Map.of("ApiEndpointType", "REGIONAL", "ApiAuthorization", "NONE"));
        keyed = new FinancialClient(aws, emulator, stack);
        signed = new FinancialClient(aws, emulator, deploy("signed", Map.of("ApiEndpointType", "REGIONAL")));
        inside = new FinancialClient(aws, emulator, deploy("inside", Map.of("ApiAuthorization", "NONE")));
    }

    private static EmulatedStack deploy(String suffix, Map<String, String> more) {
        Template template = ReferencePipelines.named("financial").orElseThrow().template();
        Substitution substitution = Substitution.of(template, RefusedTypes.expected("financial"));
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("EnvironmentSuffix", suffix);
        EmulatedStack made = EmulatedStack.create(aws, suffix, AnyContentType.in(substitution.template()), parameters);
        List<Resource> direct = new ArrayList<>(substitution.replaced());
        direct.removeIf(resource -> resource.resourceType().startsWith("AWS::SecretsManager::"));
        DeployedStack deployed = new DeployedStack(aws, template, suffix);
        new DirectCalls(aws, deployed).make(direct);
        new CompletedApi(aws, template, deployed).make();
        return made;
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    void the_request_of_the_readme_is_stored_in_table_and_bucket() {
        FinancialClient.Reply reply = keyed.send(README);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.message()).isEqualTo("Transaction processed successfully");
        assertThat(reply.body().get("transactionId").textValue()).isEqualTo("txn-001");
        JsonNode record = keyed.records().get("txn-001");
        assertThat(record.at("/amount/S").textValue()).isEqualTo("100.50");
        assertThat(record.at("/timestamp/N").textValue())
                .isEqualTo(reply.body().get("timestamp").asText());
        JsonNode document = keyed.document("txn-001");
        assertThat(document.get("amount").textValue()).isEqualTo("100.50");
        assertThat(document.get("payloadHash").textValue())
                .isEqualTo(record.at("/payloadHash/S").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef0123456789abcdef01234567"})
    void who_has_no_key_is_refused(String key) {
        FinancialClient.Reply reply = keyed.sendWithKey(key, "{\"transactionId\": \"no-key\", \"amount\": 1}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(keyed.records()).doesNotContainKey("no-key");
        assertThat(keyed.document("no-key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                ""
            })
    void invalid_bodies_are_refused_as_any_type_of_contents(String contentType) {
        for (String body : List.of(
                "{}",
                "[]",
                "null",
                "<transaction/>",
                "transactionId=bad&amount=1",
                "{\"transactionId\": \"bad\"}",
                "{\"transactionId\": \"bad\", \"amount\": -1}",
                "{\"transactionId\": \"bad\", \"amount\": \"1\"}",
                "{\"transactionId\": \"bad\", \"amount\": 1.005}",
                "{\"transactionId\": \"../bad\", \"amount\": 1}",
                "{\"transactionId\": \"bad\", \"amount\": 1, \"status\": \"PAID\"}",
                "{\"transactionId\": \"bad\", \"amount\": 1, \"currency\": \"XXX\"}")) {
            assertThat(keyed.sendAs(contentType, body).status()).as(body).isEqualTo(400);
        }
        assertThat(keyed.records()).doesNotContainKeys("bad", "../bad");
        assertThat(keyed.documents()).noneMatch(key -> key.contains("bad"));
    }

    /** The function is not even called, and the function refuses by itself what reaches it in another way. */
    @Test
    void what_the_model_refuses_the_function_would_refuse_too() {
        String body = "{\"transactionId\": \"model\", \"amount\": 1, \"status\": \"PAID\"}";

        FinancialClient.Reply refused = keyed.send(body);
        JsonNode called = aws.make(AwsCall.of(
                "lambda",
                "Invoke",
                Map.of(
                        "FunctionName",
                        stack.output("DataProcessorFunctionName"),
                        "Payload",
                        AwsCli.text(Map.of("body", body, "isBase64Encoded", false)))));

        assertThat(refused.message()).isEqualTo("The request was refused");
        JsonNode answer = AwsCli.parse(called.get("Payload").textValue());
        assertThat(answer.get("statusCode").intValue()).isEqualTo(400);
        assertThat(answer.get("body").textValue()).isEqualTo("{\"message\": \"Invalid body\"}");
    }

    @Test
    void a_repetition_changes_nothing_and_another_payload_under_the_id_is_refused() {
        FinancialClient.Reply first = keyed.send("{\"transactionId\": \"again\", \"amount\": 10.10}");
        JsonNode record = keyed.records().get("again");

        FinancialClient.Reply second = keyed.send("{\"amount\": 10.1, \"transactionId\": \"again\"}");
        FinancialClient.Reply other = keyed.send("{\"transactionId\": \"again\", \"amount\": 10.11}");

        assertThat(first.body().get("duplicate").booleanValue()).isFalse();
        assertThat(second.body().get("duplicate").booleanValue()).isTrue();
        assertThat(second.body().get("timestamp")).isEqualTo(first.body().get("timestamp"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(keyed.records()).containsEntry("again", record);
    }

    /** Who loses the race for the document in the very moment gets an error and may try again. */
    @Test
    void the_same_transaction_from_ten_clients_at_once_is_stored_once() {
        String body = "{\"transactionId\": \"at-once\", \"amount\": 7, \"timestamp\": 1234567890}";

        List<Integer> statuses = keyed.sendAtOnce(body, 10);

        assertThat(statuses).hasSize(10).contains(200).allMatch(status -> status == 200 || status >= 500);
        assertThat(keyed.send(body).body().get("duplicate").booleanValue()).isTrue();
        assertThat(keyed.records().get("at-once").at("/timestamp/N").textValue())
                .isEqualTo("1234567890");
    }

    /** The emulator holds the code to the policy that the presets derived: without a statement its call is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"ReadWriteDataBucketTransactions", "PutTransactionTable"})
    void the_derived_policy_is_what_lets_the_function_store(String sid) {
        String body = "{\"transactionId\": \"" + sid + "\", \"amount\": 3}";
        ObjectNode policy = policy();
        put(without(policy, sid));
        try {
            assertThat(keyed.send(body).status()).isGreaterThanOrEqualTo(500);
        } finally {
            put(policy);
        }
        assertThat(keyed.records()).doesNotContainKey(sid);
        assertThat(keyed.send(body).status()).isEqualTo(200);
        assertThat(keyed.records()).containsKey(sid);
        assertThat(keyed.document(sid).get("amount").textValue()).isEqualTo("3.00");
    }

    @Test
    void a_signature_is_asked_for_beside_the_key() {
        assertThat(signed.send(README).status()).isEqualTo(403);
        assertThat(signed.sendSignedWithoutKey(README).status()).isEqualTo(403);
        assertThat(signed.records()).isEmpty();
        assertThat(signed.sendSigned(README).status()).isEqualTo(200);
        assertThat(signed.records()).containsOnlyKeys("txn-001");
    }

    @Test
    void the_private_api_refuses_who_does_not_come_through_its_endpoint() {
        assertThat(inside.send(README).status()).isEqualTo(403);
        assertThat(inside.records()).isEmpty();
    }

    @Test
    void alarms_have_the_names_of_the_readme_and_tell_the_topic() {
        for (String prefix : List.of("api-errors-keyed", "lambda-errors-keyed")) {
            JsonNode alarms = aws.make(AwsCall.of("cloudwatch", "DescribeAlarms", "AlarmNamePrefix", prefix))
                    .get("MetricAlarms");
            assertThat(alarms)
                    .as(prefix)
                    .hasSize(2)
                    .allSatisfy(alarm -> assertThat(alarm.at("/AlarmActions/0").textValue())
                            .isEqualTo(stack.output("AlertTopicArn")));
        }
    }

    /** The checks of the README, as a reader would type them. */
    @Test
    void the_key_and_the_logs_are_as_the_readme_says() {
        String key = stack.output("EncryptionKeyArn");
        assertThat(shown("kms get-key-rotation-status --key-id " + key)).contains("true");
        String api = stack.output("ApiEndpoint").split("[/.]", -1)[2];
        for (String group : List.of("/aws/lambda/data-processor-keyed", "/aws/apigateway/" + api + "/prod")) {
            assertThat(shown("logs describe-log-groups --log-group-name-prefix " + group))
                    .contains("\"retentionInDays\": 90", key);
        }
        assertThat(shown("ec2 describe-security-groups --query SecurityGroups[].GroupName"))
                .contains("lambda-sg-keyed", "lambda-sg-inside");
    }

    @Test
    void the_secret_opens_the_database_of_the_stack() {
        String secret = stack.output("DatabaseSecretArn");

        JsonNode value = AwsCli.parse(aws.make(AwsCall.of("secretsmanager", "GetSecretValue", "SecretId", secret))
                .get("SecretString")
                .textValue());
        assertThat(value.get("username").textValue()).isEqualTo("database_admin");
        assertThat(value.get("password").textValue()).hasSize(48);
        assertThat(value.get("engine").textValue()).isEqualTo("postgres");
        assertThat(value.get("host").textValue()).isEqualTo(stack.output("DatabaseAddress"));
        assertThat(value.get("ssl").booleanValue()).isTrue();
    }

    private static String shown(String command) {
        return aws.bash("aws " + command).succeed().out().strip();
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

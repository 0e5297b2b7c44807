package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.example.OrderIntakeExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stack that is none of the pipelines, composed of presets, deploys and does its work. */
@Tag("oracle")
class OrderIntakeOracleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BUCKET = "order-bucket-" + Emulator.ACCOUNT + "-intake";
    private static final Map<String, String> POLICY =
            Map.of("RoleName", "lambda-order-intake-role-intake", "PolicyName", "order-intake");

    private static final Template TEMPLATE = OrderIntakeExample.stack().template();

    private static OracleEnvironment tools;
    private static Emulator emulator;
    private static AwsCli aws;
    private static EmulatedStack stack;

    @BeforeAll
    static void deploy() {
        tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("order-intake");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        Set<String> refused = RefusedTypes.in(TEMPLATE, aws);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "AWS::EC2::FlowLog", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress");
        Substitution substitution = Substitution.of(TEMPLATE, refused);
        stack = EmulatedStack.create(aws, "intake", substitution.template(), Map.of("Suffix", "intake"));
        new DirectCalls(aws, new DeployedStack(aws, TEMPLATE, "intake")).make(substitution.replaced());
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    void cfn_lint_is_silent() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(tools.program("cfn-lint"), "--include-checks", "I", "--"));
        for (TemplateFormat format : TemplateFormat.values()) {
            Path file = aws.folder().resolve("lint." + format.extension());
            Files.writeString(file, TemplateWriter.of(format).write(TEMPLATE));
            arguments.add(file.toString());
        }

        Command.Outcome outcome = Command.of(arguments).run();

        assertThat(outcome.out() + outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void a_message_becomes_an_item_and_an_object() {
        send("{\"orderId\":\"order-1\",\"amount\":\"10.00\"}");

        await(() -> items().contains("order-1"));
        JsonNode item = item("order-1");
        assertThat(item.at("/signature/S").textValue()).matches("[0-9a-f]{64}");
        Path object = aws.folder().resolve("object");
        aws.command("s3", "cp", "s3://" + BUCKET + "/" + item.at("/place/S").textValue(), object.toString())
                .succeed();
        assertThat(object).hasContent("{\"orderId\":\"order-1\",\"amount\":\"10.00\"}");
    }

    @Test
    void the_same_message_again_changes_nothing_and_another_under_its_id_does_not_get_in() {
        send("{\"orderId\":\"order-2\",\"amount\":\"1\"}");
        await(() -> items().contains("order-2"));
        JsonNode first = item("order-2");

        send("{\"orderId\":\"order-2\",\"amount\":\"1\"}");
        send("{\"orderId\":\"order-2\",\"amount\":\"2\"}");
        send("{\"orderId\":\"order-3\",\"amount\":\"3\"}");
        await(() -> items().contains("order-3"));

        assertThat(item("order-2")).isEqualTo(first);
    }

    /** The emulator holds the code to the policy that the presets derived: without a statement its call is refused. */
    @Test
    void the_derived_policy_is_what_lets_the_function_work() {
        ObjectNode policy = (ObjectNode)
                aws.make(AwsCall.of("iam", "GetRolePolicy", POLICY)).get("PolicyDocument");
        ObjectNode rest = policy.deepCopy();
        Iterator<JsonNode> statements = rest.get("Statement").iterator();
        while (statements.hasNext()) {
            if (statements.next().path("Sid").asText().equals("PutOrderTable")) {
                statements.remove();
            }
        }
        assertThat(rest).isNotEqualTo(policy);
        put(rest);
        try {
            send("{\"orderId\":\"order-4\",\"amount\":\"4\"}");
            await(() -> emulator.log().contains("\"error\": \"AccessDeniedException\""));
        } finally {
            put(policy);
        }
        assertThat(items()).doesNotContain("order-4");
        send("{\"orderId\":\"order-4\",\"amount\":\"4\"}");
        await(() -> items().contains("order-4"));
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

    private static void send(String body) {
        aws.make(AwsCall.of(
                "sqs", "SendMessage", Map.of("QueueUrl", stack.output("OrderQueueUrl"), "MessageBody", body)));
    }

    private static List<String> items() {
        List<String> ids = new ArrayList<>();
        aws.make(AwsCall.of("dynamodb", "Scan", "TableName", "order-table-intake"))
                .get("Items")
                .forEach(item -> ids.add(item.at("/orderId/S").textValue()));
        return ids;
    }

    private static JsonNode item(String order) {
        for (JsonNode item : aws.make(AwsCall.of("dynamodb", "Scan", "TableName", "order-table-intake"))
                .get("Items")) {
            if (item.at("/orderId/S").textValue().equals(order)) {
                return item;
            }
        }
        throw new AssertionError("there is no item " + order);
    }

    /** Asks again until it holds; each question takes about a second. */
    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing came of it; the emulator said:\n" + emulator.log());
            }
        }
    }
}

package io.tapstack.patterns.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.preset.Preset;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One line of access, more or less, decides over policy, key, endpoint, rules and order together. */
class OrderIntakeProofTest {

    private static final SecureStack STACK = OrderIntakeExample.stack();
    private static final Template FULL = STACK.template();

    private static final String POLICY = "OrderIntakeExecutionPolicy";
    private static final String GROUP = "OrderIntakeSecurityGroup";
    private static final String MAPPING = "OrderIntakeFromOrderQueue";

    /** What each access of the example brings into the template. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Given {
        SECRET(
                "ReadSigningSecret",
                "secretsmanager:GetSecretValue",
                "secretsmanager.",
                List.of(
                        "OrderIntakeSecurityGroupAtEndpoints",
                        "OrderIntakeSecurityGroupToEndpoints",
                        "SecretsManagerVPCEndpoint",
                        "VPCEndpointSecurityGroup"),
                List.of(POLICY, MAPPING)),
        TABLE(
                "PutOrderTable",
                "dynamodb:PutItem",
                "dynamodb.",
                List.of("DynamoDBVPCEndpoint"),
                List.of(POLICY, GROUP, MAPPING)),
        BUCKET(
                "WriteOrderBucketOrders",
                "s3:PutObject",
                "s3.",
                List.of("S3VPCEndpoint"),
                List.of(POLICY, GROUP, MAPPING, "OrderBucketPolicy"));

        private final String sid;
        private final String action;
        private final String keyService;
        private final List<String> gone;
        private final List<String> changed;

        Given(String sid, String action, String keyService, List<String> gone, List<String> changed) {
            this.sid = sid;
            this.action = action;
            this.keyService = keyService;
            this.gone = gone;
            this.changed = changed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsFromAnAccessGoesWithItAndNothingElseDoes(Given given) {
        Template rest = without(given);

        assertThat(text(FULL, POLICY)).contains(given.sid, given.action, given.keyService + "${AWS::Region}");
        assertThat(text(rest, POLICY)).doesNotContain(given.sid, given.action, given.keyService);
        assertThat(ids(FULL)).containsAll(ids(rest));
        assertThat(gone(rest)).containsExactlyInAnyOrderElementsOf(given.gone);
        assertThat(changed(rest)).containsExactlyInAnyOrderElementsOf(given.changed);
        assertThat(rest.resources().toString() + texts(rest)).doesNotContain(given.gone);
        assertThat(RulePacks.validator(RulePacks.all()).validate(rest).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void somethingThatStaysBehindIsSeen(Given given) {
        Template rest = without(given);
        for (String id : given.gone) {
            Template orphaned =
                    rest.toBuilder().addResources(resource(FULL, id)).build();
            assertThat(gone(orphaned)).doesNotContain(id).isNotEqualTo(gone(rest));
        }
        for (String id : given.changed) {
            List<Resource> resources = new ArrayList<>(rest.resources());
            resources.replaceAll(now -> now.logicalId().name().equals(id) ? resource(FULL, id) : now);
            assertThat(changed(rest.toBuilder().resources(resources).build()))
                    .isNotEqualTo(changed(rest))
                    .doesNotContain(id);
        }
    }

    @Test
    void withoutAnyAccessNoWayOutIsLeft() {
        Template rest = changed(function -> function.accesses(List.of()));

        assertThat(ids(rest)).noneMatch(id -> id.contains("Endpoint"));
        assertThat(text(rest, GROUP)).contains("127.0.0.1/32").doesNotContain("DestinationPrefixListId");
        assertThat(text(rest, POLICY))
                .contains("sqs:ReceiveMessage", "sqs:SendMessage", "logs:PutLogEvents")
                .doesNotContain("dynamodb", "s3", "secretsmanager");
        assertThat(resource(rest, MAPPING).options().dependsOn()).isEmpty();
    }

    @Test
    void withoutItsSourceNothingPollsTheQueue() {
        Template rest = changed(function -> function.eventSources(List.of()));

        assertThat(gone(rest)).containsExactly(MAPPING);
        assertThat(text(rest, POLICY)).doesNotContain("ReceiveMessage");
        assertThat(text(FULL, "OrderQueue")).contains("VisibilityTimeout: 360");
        assertThat(text(rest, "OrderQueue")).doesNotContain("VisibilityTimeout");
    }

    /** Package, imports and what they are worth aside. */
    @Test
    void itTakesLessThanSixtyLines() throws IOException {
        Path file = Path.of("src/test/java/io/tapstack/patterns/example/OrderIntakeExample.java");
        long lines = Files.readAllLines(file).stream()
                .dropWhile(line -> !line.startsWith("/**"))
                .count();

        assertThat(lines).isLessThan(60);
    }

    private static Template without(Given given) {
        return changed(function -> {
            List<Access> others = new ArrayList<>(accesses());
            assertThat(others.removeIf(access -> access.sid().equals(given.sid)))
                    .isTrue();
            return function.accesses(others);
        });
    }

    private static List<Access> accesses() {
        return STACK.presets().stream()
                .filter(PrivateLambda.class::isInstance)
                .flatMap(function -> ((PrivateLambda) function).accesses().stream())
                .toList();
    }

    private static Template changed(UnaryOperator<PrivateLambda.Builder> change) {
        List<Preset> presets = new ArrayList<>(STACK.presets());
        presets.replaceAll(preset -> preset instanceof PrivateLambda function
                ? change.apply(function.toBuilder()).build()
                : preset);
        return SecureStack.builder(STACK.conventions())
                .description(STACK.description())
                .presets(presets)
                .outputs(STACK.outputs())
                .build()
                .template();
    }

    /** The resources of the whole stack that another has not. */
    private static List<String> gone(Template rest) {
        List<String> gone = new ArrayList<>(ids(FULL));
        gone.removeAll(ids(rest));
        return gone;
    }

    /** The resources that are others than in the whole stack. */
    private static List<String> changed(Template rest) {
        return rest.resources().stream()
                .filter(resource -> !FULL.resources().contains(resource))
                .map(resource -> resource.logicalId().name())
                .toList();
    }

    private static List<String> ids(Template template) {
        return template.resources().stream()
                .map(resource -> resource.logicalId().name())
                .toList();
    }

    private static String texts(Template template) {
        StringBuilder text = new StringBuilder();
        for (Resource resource : template.resources()) {
            text.append(resource.properties()).append(resource.options().dependsOn());
        }
        return text.toString();
    }

    private static String text(Template template, String id) {
        return resource(template, id).properties().toString();
    }

    private static Resource resource(Template template, String id) {
        return template.resource(LogicalId.of(id)).orElseThrow();
    }
}

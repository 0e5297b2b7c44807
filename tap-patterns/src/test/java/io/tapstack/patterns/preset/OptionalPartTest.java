package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionalPartTest {

    private static final LogicalId WANTED = LogicalId.of("Wanted");

    private static PrivateLambda function(String logicalId, Access... accesses) {
        return PrivateLambda.builder(logicalId)
                .code("def handler(event, context):\n    return None\n")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY)
                .failureQueue(Stacks.QUEUE)
                .addAccesses(accesses)
                .build();
    }

    private static OptionalPart.Builder part() {
        return OptionalPart.builder("EnableIt")
                .description("Whether it is there")
                .conditionName("Wanted")
                .heading("Perhaps");
    }

    private static RotatingSecret secret(PrivateLambda rotation) {
        return RotatingSecret.builder("Secret")
                .name("api")
                .key(Stacks.KEY)
                .rotatedBy(rotation)
                .build();
    }

    private static Template stack(Preset... more) {
        List<Preset> presets = new ArrayList<>(List.of(
                Stacks.KEY, Stacks.NETWORK, EndpointSet.builder(Stacks.NETWORK).build()));
        presets.addAll(List.of(Stacks.STREAM, Stacks.QUEUE));
        presets.addAll(List.of(more));
        return Stacks.of(presets.toArray(Preset[]::new));
    }

    private static Template withSecret(Preset... more) {
        PrivateLambda rotation = function("Rotation");
        List<Preset> presets = new ArrayList<>(List.of(more));
        presets.add(part().addPresets(rotation, secret(rotation)).build());
        presets.add(ComplianceMonitor.of(Stacks.KEY));
        return stack(presets.toArray(Preset[]::new));
    }

    private static Optional<LogicalId> conditionOf(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .orElseThrow()
                .options()
                .condition();
    }

    @Test
    void allOfItAndAllThatFollowsHasTheCondition() {
        Template template = withSecret();

        for (Resource resource : template.resources()) {
            String id = resource.logicalId().name();
            boolean optional = id.startsWith("Rotation") || id.startsWith("Secret");
            assertThat(resource.options().condition().filter(WANTED::equals).isPresent())
                    .as(id)
                    .isEqualTo(optional);
        }
        assertThat(template.resources())
                .extracting(resource -> resource.logicalId().name())
                .contains(
                        "Rotation",
                        "RotationSecurityGroupToEndpoints",
                        "RotationSecurityGroupAtEndpoints",
                        "SecretRotationSchedule",
                        "SecretKeyRule",
                        "SecretRotationRule",
                        "RotationInsideVpcRule",
                        "SecretsManagerVPCEndpoint");
    }

    @Test
    void theRestOfTheStackSpeaksOfItOnTheConditionOnly() {
        Template template = withSecret();

        assertThat(template.resource(LogicalId.of("Key"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .contains("{Fn::If: [\"Wanted\", {Fn::Sub: \"secretsmanager.")
                .contains("{Fn::If: [\"Wanted\", {Fn::Sub: \"arn:${AWS::Partition}:logs:");
        assertThat(template.resource(LogicalId.of("LogGroupRetentionRule"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .contains("{Fn::If: [\"Wanted\", {Ref: \"RotationLogGroup\"}");
    }

    @Test
    void itIsSoundAndSecureWhateverTheParameterSays() {
        assertThat(RulePacks.validator(RulePacks.all()).validate(withSecret()).findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void anEndpointThatOthersNeedTooIsThereInAnyCase() {
        Template shared = stack(
                function("Always", Stacks.STREAM.put()),
                part().addPresets(function("Perhaps", Stacks.STREAM.put())).build());
        Template own = stack(
                part().addPresets(function("Perhaps", Stacks.STREAM.put())).build());

        assertThat(conditionOf(shared, "KinesisVPCEndpoint")).isEmpty();
        assertThat(shared.resource(LogicalId.of("KinesisVPCEndpoint"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .contains("{Fn::If: [\"Wanted\", ");
        assertThat(conditionOf(shared, "PerhapsSecurityGroupToEndpoints")).contains(WANTED);
        assertThat(conditionOf(shared, "AlwaysSecurityGroupToEndpoints")).isEmpty();
        assertThat(conditionOf(own, "KinesisVPCEndpoint")).contains(WANTED);
        assertThat(own.resource(LogicalId.of("KinesisVPCEndpoint"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .doesNotContain("Fn::If");
    }

    @Test
    void alarmsAndAlertsHaveTheConditionToo() {
        AlertTopic topic =
                AlertTopic.builder("Topic").name("alerts").key(Stacks.KEY).build();

        Template template = withSecret(topic, AlarmSet.builder(topic).build());

        assertThat(conditionOf(template, "RotationErrorsAlarm")).contains(WANTED);
        assertThat(conditionOf(template, "SecretRotationFailed")).contains(WANTED);
    }

    @Test
    void onlyFunctionsAndSecretsCanBeOptional() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part().addPresets(Stacks.STREAM).build())
                .withMessage("presets: only functions and secrets can be optional, not EncryptedStream");
    }

    @Test
    void twoPartsCannotShareAnEndpointThatNobodyElseNeeds() {
        OptionalPart one =
                part().addPresets(function("One", Stacks.STREAM.put())).build();
        OptionalPart other = OptionalPart.builder("EnableOther")
                .description("Whether the other is there")
                .conditionName("OtherWanted")
                .heading("Perhaps too")
                .addPresets(function("Other", Stacks.STREAM.put()))
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> stack(one, other))
                .withMessage("extras: several optional parts and nobody else call Kinesis; make them one part");
    }
}

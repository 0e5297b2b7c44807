package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * That a service publishes to a topic in its own name: what the policies of the topic and of its key have to allow for it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services">Services and
 *     encrypted topics</a>
 */
@Immutable(builder = false)
public abstract class TopicUse {

    private static final String ALARMS = "cloudwatch.amazonaws.com";
    private static final String EVENTS = "events.amazonaws.com";

    TopicUse() {}

    /** That alarms publish to a topic; their ARNs are put together from names, since alarms refer to the topic. */
    public static TopicUse byAlarms(AlertTopic topic, List<Value<String>> alarmArns) {
        return ImmutableTopicUse.of(topic, ALARMS, alarmArns);
    }

    /** That rules of EventBridge publish to a topic; their ARNs are put together from names, since rules refer to the topic. */
    public static TopicUse byRules(AlertTopic topic, List<Value<String>> ruleArns) {
        return ImmutableTopicUse.of(topic, EVENTS, ruleArns);
    }

    /** The topic. */
    @Parameter
    public abstract AlertTopic topic();

    /** The service that publishes. */
    @Parameter
    public abstract String service();

    /** For which resources of its own it publishes: their ARNs, exact. */
    @Parameter
    public abstract List<Value<String>> sources();

    @Check
    void check() {
        if (sources().isEmpty()) {
            throw new IllegalStateException("sources: " + service() + " publishes for nothing");
        }
    }

    private String subject() {
        return service().equals(ALARMS) ? "Alarms" : "Events";
    }

    /** What the policy of the topic allows. */
    final Statement topicStatement() {
        return Statement.allow(subject() + "Publish")
                .addPrincipals(Principal.service(service()))
                .addActions("sns:Publish")
                .addResources(topic().ref())
                .condition(ConditionOperator.STRING_EQUALS, "aws:SourceAccount", PseudoParameter.ACCOUNT_ID)
                .addConditions(PolicyCondition.of(ConditionOperator.ARN_EQUALS, "aws:SourceArn", sources()))
                .build();
    }

    /**
     * What the policy of the key allows: for messages to this topic only.
     *
     * <p>EventBridge does not tell KMS the account and the rule that it works for, so a condition on these would lose every
     * message; the topic, part of the encryption context, is told in any case.
     */
    final KeyUse keyUse(StackConventions conventions) {
        Statement.Builder statement = Statement.allow(subject() + "To" + topic().logicalId())
                .addPrincipals(Principal.service(service()))
                .addActions("kms:Decrypt", "kms:GenerateDataKey")
                .addResources(Value.of("*"))
                .condition(
                        ConditionOperator.STRING_EQUALS,
                        "kms:EncryptionContext:aws:sns:topicArn",
                        topic().arnByName(conventions));
        if (service().equals(ALARMS)) {
            statement.condition(ConditionOperator.STRING_EQUALS, "aws:SourceAccount", PseudoParameter.ACCOUNT_ID);
        }
        return KeyUse.builder(topic().key().logicalId(), AwsService.SNS)
                .ownStatement(statement.build())
                .when(topic().when())
                .build();
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.aws.sns.Subscription;
import io.tapstack.model.aws.sns.Topic;
import io.tapstack.model.aws.sns.TopicPolicy;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * An SNS topic under a key of the customer, for alarms and other alerts, that refuses requests without TLS.
 *
 * <p>Which services may publish, and for which of their resources, is derived from the stack: an {@link AlarmSet} brings its
 * alarms and rules. Functions publish by the access of {@link #publish()}.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html">Encryption at rest</a>
 */
@Immutable
public abstract class AlertTopic implements Preset {

    private static final String SERVICE = "sns.amazonaws.com";

    AlertTopic() {}

    /** A builder of a topic with this logical id; its policy has the same with {@code Policy} behind it. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the topic. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** The key. Keys that AWS manages cannot let alarms in. */
    public abstract CustomerManagedKey key();

    /**
     * The name of a parameter, {@code true} by default, without which there is neither the topic nor anything that tells it: for
     * accounts whose alarms are watched from elsewhere.
     */
    public abstract Optional<String> switchedBy();

    /**
     * Whether the parameter {@code AlertEmail} names an address that gets the messages, once its owner has confirmed; nobody
     * gets any while it is empty.
     */
    @Default
    public boolean emailByParameter() {
        return false;
    }

    /** Addresses that get the messages, once their owners have confirmed. */
    public abstract List<String> emails();

    /** Web addresses that get the messages: {@code https://} and what follows. */
    public abstract List<String> httpsEndpoints();

    /** Queues that get the messages. */
    public abstract List<EncryptedQueue> queues();

    @Check
    void check() {
        for (String endpoint : httpsEndpoints()) {
            if (!endpoint.startsWith("https://")) {
                throw new IllegalArgumentException("httpsEndpoints: " + endpoint + " is no https:// address");
            }
        }
        for (String email : emails()) {
            if (!email.matches("[^@\\s]+@[^@\\s]+")) {
                throw new IllegalArgumentException("emails: " + email + " is no address");
            }
        }
    }

    @Lazy
    Optional<Parameter> mainSwitch() {
        return switchedBy()
                .map(name -> Parameter.string(name)
                        .description("Watch this stack with alarms and send alerts")
                        .defaultValue("true")
                        .allowedValues("true", "false")
                        .build());
    }

    /** The condition on which it exists, if that is a matter of a parameter. */
    @Lazy
    public Optional<Condition> when() {
        return mainSwitch().map(parameter -> Condition.of("Has" + logicalId(), Equals.of(parameter.ref(), "true")));
    }

    /** Its ARN. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN, put together from its name: for policies that the topic itself needs. */
    final Sub arnByName(StackConventions conventions) {
        return Arns.own("sns", conventions.name(name()));
    }

    /**
     * The access to publish messages.
     *
     * @throws IllegalStateException if the topic may be missing
     */
    public final Access publish() {
        if (switchedBy().isPresent()) {
            throw new IllegalStateException("switchedBy: without " + logicalId() + " nobody could publish to it");
        }
        return Access.builder(AwsService.SNS, "PublishTo" + logicalId())
                .target(logicalId())
                .addActions("sns:Publish")
                .addResources(ref())
                .addResourceTypes("topic")
                .key(key().logicalId())
                .addKeyActions("kms:Decrypt", "kms:GenerateDataKey")
                .build();
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        List<KeyUse> uses = new ArrayList<>();
        uses.add(KeyUse.builder(key().logicalId(), AwsService.SNS).build());
        for (EncryptedQueue queue : queues()) {
            uses.add(KeyUse.builder(queue.key().logicalId(), AwsService.SQS)
                    .ownStatement(Statement.allow(deliverySid() + "To" + queue.logicalId())
                            .addPrincipals(Principal.service(SERVICE))
                            .addActions("kms:Decrypt", "kms:GenerateDataKey")
                            .addResources(Value.of("*"))
                            .condition(ConditionOperator.ARN_EQUALS, "aws:SourceArn", arnByName(conventions))
                            .build())
                    .when(when())
                    .build());
        }
        return List.copyOf(uses);
    }

    private String deliverySid() {
        return "MessagesOf" + logicalId();
    }

    /** What the policy of a queue must allow, if the queue gets the messages. */
    final Optional<Value<Statement>> deliveryTo(EncryptedQueue queue) {
        if (queues().stream().noneMatch(other -> other.logicalId().equals(queue.logicalId()))) {
            return Optional.empty();
        }
        Statement statement = Statement.allow(deliverySid())
                .addPrincipals(Principal.service(SERVICE))
                .addActions("sqs:SendMessage")
                .addResources(queue.arn())
                .condition(ConditionOperator.ARN_EQUALS, "aws:SourceArn", ref())
                .build();
        return Optional.of(when().<Value<Statement>>map(condition -> condition.orNoValue(statement))
                .orElse(statement));
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder(logicalId() + "EncryptedRule", name() + "-topic-encrypted", "SNS_ENCRYPTED_KMS")
                        .description("The topic is encrypted with the key of this stack")
                        .putParameters("kmsKeyIds", key().arn())
                        .addResourceTypes(Topic.TYPE)
                        .resource(ref())
                        .when(when())
                        .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Topic.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Topic topic = Topic.builder(logicalId().name(), source())
                .topicName(conventions.name(name()))
                .kmsMasterKeyId(key().arn())
                .signatureVersion("2")
                .tags(Tag.of("Name", conventions.name(name())))
                .options(this::existence)
                .build();
        Fragment.Builder fragment = Fragment.builder().heading("Alerts").addResources(topic, policy(wiring));
        mainSwitch().ifPresent(fragment::addParameters);
        when().ifPresent(fragment::addConditions);
        if (emailByParameter()) {
            addEmailParameter(fragment);
        }
        return fragment.addAllResources(subscriptions()).build();
    }

    private ResourceOptions.Builder existence(ResourceOptions.Builder options) {
        return options.condition(when().map(Condition::logicalId));
    }

    private List<Resource> subscriptions() {
        List<Resource> subscriptions = new ArrayList<>();
        int number = 1;
        for (String email : emails()) {
            subscriptions.add(
                    subscription("Email" + number++, "email").endpoint(email).build());
        }
        number = 1;
        for (String endpoint : httpsEndpoints()) {
            subscriptions.add(
                    subscription("Https" + number++, "https").endpoint(endpoint).build());
        }
        for (EncryptedQueue queue : queues()) {
            subscriptions.add(subscription("To" + queue.logicalId(), "sqs")
                    .endpoint(queue.arn())
                    .options(options -> existence(options).addDependsOn(queue.policyId()))
                    .build());
        }
        return subscriptions;
    }

    private void addEmailParameter(Fragment.Builder fragment) {
        Parameter email = Parameter.string("AlertEmail")
                .description("Address that gets alerts, once its owner has confirmed; none if empty")
                .defaultValue("")
                .allowedPattern("^$|^[^@\\s]+@[^@\\s]+$")
                .constraintDescription("An e-mail address, or nothing")
                .build();
        Value<Boolean> named = Not.of(Equals.of(email.ref(), ""));
        Condition given = Condition.of(
                "HasAlertEmail",
                when().<Value<Boolean>>map(condition -> And.of(condition.ref(), named))
                        .orElse(named));
        fragment.addParameters(email)
                .addConditions(given)
                .addResources(subscription("Email", "email")
                        .endpoint(email.ref())
                        .options(options -> options.condition(given))
                        .build());
    }

    private Subscription.Builder subscription(String title, String protocol) {
        return Subscription.builder(logicalId() + title + "Subscription", source())
                .topicArn(ref())
                .protocol(protocol)
                .options(this::existence);
    }

    private TopicPolicy policy(Wiring wiring) {
        List<Value<Statement>> statements = new ArrayList<>();
        statements.add(Statement.deny("DenyInsecureTransport")
                .addPrincipals(Principal.anyone())
                .addActions("sns:Publish")
                .addResources(ref())
                .condition(ConditionOperator.BOOL, "aws:SecureTransport", "false")
                .build());
        for (TopicUse use : wiring.topicUses()) {
            if (use.topic().logicalId().equals(logicalId())) {
                statements.add(use.topicStatement());
            }
        }
        return TopicPolicy.builder(policyId().name(), source())
                .topics(Value.list(ref()))
                .policyDocument(PolicyDocument.of(statements))
                .options(options -> existence(options)
                        .metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                                "DenyInsecureTransport",
                                "Principal *",
                                "A denial must be broad",
                                "It grants nothing"))))
                .build();
    }

    /** The logical id of its policy, which must stand before anything publishes. */
    public final LogicalId policyId() {
        return LogicalId.of(logicalId() + "Policy");
    }

    /** Collects the options of a topic. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAlertTopic.Builder {

        Builder() {}
    }
}

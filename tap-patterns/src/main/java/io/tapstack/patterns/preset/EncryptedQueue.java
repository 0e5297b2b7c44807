package io.tapstack.patterns.preset;

import io.tapstack.model.aws.sqs.Queue;
import io.tapstack.model.aws.sqs.QueuePolicy;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * An SQS queue under a key of the customer that keeps messages for two weeks and refuses requests without TLS.
 *
 * <p>As the source of a function it hides a message six times as long as a call of the function may take, unless told otherwise,
 * and moves it to its dead-letter queue when it was received too often.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html">Encryption
 *     of queues</a>
 */
@Immutable
public abstract class EncryptedQueue implements Preset {

    private static final int TWELVE_HOURS_IN_SECONDS = 12 * 3600;
    private static final int TWO_WEEKS_IN_SECONDS = 14 * 24 * 3600;

    EncryptedQueue() {}

    /** A builder of a queue with this logical id; its policy has the same with {@code Policy} behind it. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the queue. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** The key. */
    public abstract CustomerManagedKey key();

    /** How many seconds messages are kept: 60 to 1,209,600, which is two weeks. */
    @Default
    public int retentionSeconds() {
        return TWO_WEEKS_IN_SECONDS;
    }

    /**
     * How many seconds a received message is hidden from others: 0 to 43,200. If absent, six times the longest timeout of the
     * functions that it feeds, or what SQS takes, which is 30.
     */
    public abstract OptionalInt visibilityTimeoutSeconds();

    /** Where messages go that were received too often; they are kept there for two weeks from the day they were sent. */
    public abstract Optional<EncryptedQueue> deadLetterQueue();

    /** How often a message may be received before it goes there: 1 to 1,000. Lambda asks for at least 5. */
    @Default
    public int maximumReceives() {
        return 5;
    }

    @Check
    void check() {
        Ranges.require("retentionSeconds", retentionSeconds(), 60, TWO_WEEKS_IN_SECONDS);
        visibilityTimeoutSeconds()
                .ifPresent(seconds -> Ranges.require("visibilityTimeoutSeconds", seconds, 0, TWELVE_HOURS_IN_SECONDS));
        Ranges.require("maximumReceives", maximumReceives(), 1, 1_000);
        deadLetterQueue().ifPresent(this::checkDeadLetterQueue);
    }

    private void checkDeadLetterQueue(EncryptedQueue queue) {
        if (queue.logicalId().equals(logicalId())) {
            throw new IllegalStateException("deadLetterQueue: " + logicalId() + " cannot be its own");
        }
        if (queue.retentionSeconds() < retentionSeconds()) {
            throw new IllegalStateException("deadLetterQueue: " + queue.logicalId() + " keeps messages for "
                    + queue.retentionSeconds() + " seconds, less than the " + retentionSeconds() + " of " + logicalId()
                    + ", so they could be gone on arrival");
        }
    }

    /** Its URL. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** The access to send messages. */
    public final Access send() {
        return Access.builder(AwsService.SQS, "SendTo" + logicalId())
                .target(logicalId())
                .addActions("sqs:SendMessage")
                .addResources(arn())
                .addResourceTypes("queue")
                .key(key().logicalId())
                .addKeyActions("kms:Decrypt", "kms:GenerateDataKey")
                .build();
    }

    /** The access to receive messages and to delete them afterwards: what Lambda needs to poll, too. */
    public final Access receive() {
        return Access.builder(AwsService.SQS, "ReceiveFrom" + logicalId())
                .target(logicalId())
                .addActions("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
                .addResources(arn())
                .addResourceTypes("queue")
                .key(key().logicalId())
                .addKeyActions("kms:Decrypt")
                .build();
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.SQS).build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Queue.TYPE);
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        return UsualAlarms.of(this, wiring);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Queue.Builder queue = Queue.builder(logicalId().name(), source())
                .queueName(conventions.name(name()))
                .kmsMasterKeyId(key().arn())
                .messageRetentionPeriod(retentionSeconds());
        visibilityTimeout(wiring).ifPresent(queue::visibilityTimeout);
        deadLetterQueue().ifPresent(target -> queue.redrivePolicy(redrivePolicy(target)));
        List<Value<String>> sources = redriveSources(wiring);
        if (!sources.isEmpty()) {
            queue.redriveAllowPolicy(redriveAllowPolicy(sources));
        }
        queue.options(options -> options.metadata(ExceptionRecord.metadata(exceptions(!sources.isEmpty()))));
        QueuePolicy policy = QueuePolicy.builder(policyId().name(), source())
                .queues(ref())
                .policyDocument(PolicyDocument.of(policyStatements(wiring)))
                .options(options -> options.metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                        "DenyInsecureTransport",
                        "Principal *, Action sqs:*",
                        "A denial must be broad",
                        "It grants nothing"))))
                .build();
        return Fragment.builder()
                .heading("Queue")
                .addResources(queue.build(), policy)
                .build();
    }

    /** The logical id of its policy, which must stand before a service sends to it. */
    final LogicalId policyId() {
        return LogicalId.of(logicalId() + "Policy");
    }

    private List<Value<Statement>> policyStatements(Wiring wiring) {
        List<Value<Statement>> statements = new ArrayList<>();
        statements.add(Statement.deny("DenyInsecureTransport")
                .addPrincipals(Principal.anyone())
                .addActions("sqs:*")
                .addResources(arn())
                .condition(ConditionOperator.BOOL, "aws:SecureTransport", "false")
                .build());
        for (AlertTopic topic : wiring.all(AlertTopic.class)) {
            topic.deliveryTo(this).ifPresent(statements::add);
        }
        return statements;
    }

    private List<ExceptionRecord> exceptions(boolean isDeadLetterQueue) {
        if (deadLetterQueue().isPresent() || isDeadLetterQueue) {
            return List.of();
        }
        return List.of(ExceptionRecord.of("RedrivePolicy", "none", "It is the last stop", "Messages stay until read")
                .answering(Checker.GUARD.finding("sqs_dlq_check")));
    }

    private OptionalInt visibilityTimeout(Wiring wiring) {
        if (visibilityTimeoutSeconds().isPresent()) {
            return visibilityTimeoutSeconds();
        }
        OptionalInt longest = OptionalInt.empty();
        for (PrivateLambda function : wiring.all(PrivateLambda.class)) {
            for (EventSource source : function.eventSources()) {
                if (source instanceof QueueSource polled
                        && polled.queue().logicalId().equals(logicalId())) {
                    int seconds = Math.max(polled.visibilityTimeout(function), longest.orElse(0));
                    longest = OptionalInt.of(seconds);
                }
            }
        }
        return longest;
    }

    private Map<String, ?> redrivePolicy(EncryptedQueue target) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("deadLetterTargetArn", target.arn());
        policy.put("maxReceiveCount", maximumReceives());
        return policy;
    }

    /** The queues of the stack that move messages here, by names: they refer to this one already. */
    private List<Value<String>> redriveSources(Wiring wiring) {
        List<Value<String>> sources = new ArrayList<>();
        for (EncryptedQueue queue : wiring.all(EncryptedQueue.class)) {
            if (queue.deadLetterQueue()
                    .filter(target -> target.logicalId().equals(logicalId()))
                    .isPresent()) {
                sources.add(Arns.queue(wiring.conventions().name(queue.name())));
            }
        }
        return sources;
    }

    private static Map<String, ?> redriveAllowPolicy(List<Value<String>> sources) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("redrivePermission", "byQueue");
        policy.put("sourceQueueArns", sources);
        return policy;
    }

    /** Collects the options of a queue. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedQueue.Builder {

        Builder() {}
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.aws.sqs.Queue;
import io.tapstack.model.aws.sqs.QueuePolicy;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Immutable;

/**
 * An SQS queue under a key of the customer that keeps messages for two weeks and refuses requests without TLS.
 */
@Immutable
public abstract class EncryptedQueue implements Preset {

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

    /** The start of its name; the suffix of the stack follows. */
    public abstract String name();

    /** The key. */
    public abstract CustomerManagedKey key();

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

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.SQS).build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Queue.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Queue queue = Queue.builder(logicalId().name(), source())
                .queueName(conventions.name(name()))
                .kmsMasterKeyId(key().arn())
                .messageRetentionPeriod(TWO_WEEKS_IN_SECONDS)
                .tags(Tag.of("Name", conventions.name(name())))
                .build();
        QueuePolicy policy = QueuePolicy.builder(logicalId().name() + "Policy", source())
                .queues(queue.ref())
                .policyDocument(PolicyDocument.of(Statement.deny("DenyInsecureTransport")
                        .addPrincipals(Principal.anyone())
                        .addActions("sqs:*")
                        .addResources(arn())
                        .condition(ConditionOperator.BOOL, "aws:SecureTransport", "false")
                        .build()))
                .options(options -> options.metadata(ExceptionRecord.metadata(ExceptionRecord.of(
                        "DenyInsecureTransport",
                        "Principal *, Action sqs:*",
                        "A denial must be broad",
                        "It grants nothing"))))
                .build();
        return Fragment.builder().heading("Queue").addResources(queue, policy).build();
    }

    /** Collects the options of a queue. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedQueue.Builder {

        Builder() {}
    }
}

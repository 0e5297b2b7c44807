package io.tapstack.patterns.preset;

import io.tapstack.model.aws.logs.LogGroup;
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
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A group of logs under a key of the customer, kept for 90 days or more.
 *
 * <p>90 days are the least that the requirements behind this preset ask for. PCI DSS 10.5.1 asks for twelve months.
 */
@Immutable
public abstract class EncryptedLogGroup implements Preset {

    /** The least days that logs are kept. */
    public static final int MINIMUM_RETENTION_IN_DAYS = 90;

    EncryptedLogGroup() {}

    /** A builder of a group with this logical id. */
    public static Builder builder(String logicalId) {
        return builder(logicalId, SourceLocation.ofCaller());
    }

    /** A builder of a group that belongs to another preset, declared in that place. */
    static Builder builder(String logicalId, SourceLocation source) {
        return new Builder().source(source).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the group. */
    public abstract LogicalId logicalId();

    /** The start of its name, such as {@code /aws/lambda/transaction-processor}; the suffix of the stack follows. */
    public abstract String name();

    /** The key. */
    public abstract CustomerManagedKey key();

    /** How many days the logs are kept: one of those that CloudWatch Logs offers, not less than 90. */
    @Default
    public int retentionInDays() {
        return MINIMUM_RETENTION_IN_DAYS;
    }

    @Check
    void check() {
        if (retentionInDays() < MINIMUM_RETENTION_IN_DAYS) {
            throw new IllegalArgumentException(
                    "retentionInDays: " + retentionInDays() + " is less than " + MINIMUM_RETENTION_IN_DAYS);
        }
    }

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** The access to write streams of logs. The ARN of a group ends in {@code :*}: its streams. */
    public final Access write() {
        return Access.builder(AwsService.LOGS, "WriteTo" + logicalId())
                .target(logicalId())
                .addActions("logs:CreateLogStream", "logs:PutLogEvents")
                .addResources(GetAtt.of(logicalId(), "Arn"))
                .addResourceTypes("log-group", "log-stream")
                .addExceptions(ExceptionRecord.of(
                        "WriteTo" + logicalId(), "log-group:NAME:*", "Lambda names the streams", "One log group"))
                .build();
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.LOGS)
                .logGroupArn(Arns.logGroup(conventions.name(name())))
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        LogGroup group = LogGroup.builder(logicalId().name(), source())
                .logGroupName(conventions.name(name()))
                .logGroupClass(LogGroup.LOG_GROUP_CLASS_STANDARD)
                .retentionInDays(retentionInDays())
                .kmsKeyId(key().arn())
                .deletionProtectionEnabled(conventions.protectedFromDeletion())
                .tags(Tag.of("Name", conventions.name(name())))
                .build();
        return Fragment.builder().addResources(group).build();
    }

    /** Collects the options of a group. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedLogGroup.Builder {

        Builder() {}
    }
}

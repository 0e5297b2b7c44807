package io.tapstack.patterns.preset;

import io.tapstack.model.aws.logs.LogGroup;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import java.util.Optional;
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

    private static final int ONE_YEAR_IN_DAYS = 365;

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
    @Default
    public String name() {
        return "";
    }

    /** What follows the suffix, where a service decides it, such as {@code /postgresql}; mostly nothing. */
    @Default
    public String ending() {
        return "";
    }

    /** Its whole name instead, for a group whose name a service decides, such as that of an API's execution logs. */
    public abstract Optional<Value<String>> fixedName();

    /** The key. */
    public abstract CustomerManagedKey key();

    /** How many days the logs are kept. */
    @Default
    public LogRetention retention() {
        return LogRetention.days(MINIMUM_RETENTION_IN_DAYS);
    }

    @Check
    void check() {
        if (name().isEmpty() == fixedName().isEmpty()) {
            throw new IllegalStateException("name, fixedName: the group " + logicalId() + " needs one of them");
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

    private List<ExceptionRecord> exceptions() {
        boolean enough = retention().leastDays() >= ONE_YEAR_IN_DAYS;
        if (enough && retention().inDays() instanceof Literal) {
            return List.of();
        }
        ExceptionRecord record = enough
                ? ExceptionRecord.of("RetentionInDays", "by parameter", "The deployer chooses", "A year or more")
                : ExceptionRecord.of("RetentionInDays", "less than a year", "As required", "Export them");
        return List.of(record.answering(Checker.GUARD.finding("cloudwatch_log_group_retention_period_check")));
    }

    private Value<String> groupName(StackConventions conventions) {
        return fixedName().orElseGet(() -> Sub.concat(conventions.name(name()), Value.of(ending())));
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.LOGS)
                .logGroupArn(Arns.logGroup(groupName(conventions)))
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        LogGroup group = LogGroup.builder(logicalId().name(), source())
                .logGroupName(groupName(conventions))
                .logGroupClass(LogGroup.LOG_GROUP_CLASS_STANDARD)
                .retentionInDays(retention().inDays())
                .kmsKeyId(key().arn())
                .deletionProtectionEnabled(conventions.protectedFromDeletion())
                .options(options -> options.metadata(ExceptionRecord.metadata(exceptions())))
                .build();
        return Fragment.builder().addResources(group).build();
    }

    /** Collects the options of a group. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedLogGroup.Builder {

        Builder() {}

        /** How many days the logs are kept: one of those that CloudWatch Logs offers, not less than 90. */
        public Builder retentionInDays(int days) {
            return retention(LogRetention.days(days));
        }
    }
}

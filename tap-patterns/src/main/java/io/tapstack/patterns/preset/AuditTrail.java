package io.tapstack.patterns.preset;

import io.tapstack.model.aws.cloudtrail.Trail;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A CloudTrail trail under a key of the customer: who did what in the account, and who read or changed the data of this stack.
 *
 * <p>Data events are recorded for every bucket and every table of the stack, its own bucket included; which those are is derived.
 * CloudTrail proves with digests that no record was changed or removed.
 *
 * <p>The name of the trail must not have two hyphens in a row, so neither may the suffix of the stack.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html">Security of trails</a>
 */
@Immutable
public abstract class AuditTrail implements Preset {

    private static final int ONE_YEAR_IN_DAYS = 365;

    /** How a trail says which events it records. */
    public enum Selectors {
        /** By resources, at most 250 of them; every tool that judges trails understands these. */
        BASIC,
        /** By fields of events, at most 500 values; the form that AWS extends. */
        ADVANCED
    }

    AuditTrail() {}

    /** A builder of a trail with this logical id; bucket, log group and role have the same with a word behind it. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the trail. */
    public abstract LogicalId logicalId();

    /** The start of the names of trail, bucket and log group; the suffix of the stack follows. */
    @Default
    public String name() {
        return "audit-trail";
    }

    /** The key of the records. */
    public abstract CustomerManagedKey key();

    /** How the trail says which events it records. */
    @Default
    public Selectors selectors() {
        return Selectors.BASIC;
    }

    /** How long CloudWatch Logs keeps the events: a year unless told otherwise. */
    @Default
    public LogRetention logRetention() {
        return LogRetention.days(ONE_YEAR_IN_DAYS);
    }

    /** How many days after their creation records move to Glacier Instant Retrieval: 60 or more. */
    public abstract OptionalInt archiveAfterDays();

    /** How many days after their creation records are deleted from the bucket: 365 or more; never if absent. */
    public abstract OptionalInt expireAfterDays();

    /** Why events do not go to CloudWatch Logs too, where they can be searched and alarms can watch them. */
    public abstract Optional<ExceptionRecord> withoutLogs();

    /** Why management events are left out: because another trail of the account has them, as they cost from the second copy on. */
    public abstract Optional<ExceptionRecord> withoutManagementEvents();

    /** Why the reading and writing of items in tables is left out. */
    public abstract Optional<ExceptionRecord> withoutTableEvents();

    /** Why only the region of the stack is watched. */
    public abstract Optional<ExceptionRecord> inOneRegion();

    @Check
    void check() {
        expireAfterDays().ifPresent(days -> {
            if (days < ONE_YEAR_IN_DAYS) {
                throw new IllegalArgumentException("expireAfterDays: " + days + " is less than " + ONE_YEAR_IN_DAYS);
            }
        });
    }

    /** The ARN of the trail. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** The bucket of the records. */
    @Lazy
    public EncryptedBucket bucket() {
        return EncryptedBucket.builder(logicalId().name() + "Bucket", source())
                .name(name())
                .key(key())
                .archiveAfterDays(archiveAfterDays())
                .expireAfterDays(expireAfterDays())
                .build();
    }

    /** The log group of the events; it is part of the stack unless {@link #withoutLogs()} says why not. */
    @Lazy
    public EncryptedLogGroup logGroup() {
        return EncryptedLogGroup.builder(logicalId().name() + "LogGroup", source())
                .name("/aws/cloudtrail/" + name())
                .key(key())
                .retention(logRetention())
                .build();
    }

    /** The logical id of the role with which CloudTrail writes to the log group. */
    public final LogicalId roleId() {
        return LogicalId.of(logicalId().name() + "Role");
    }

    /** Whether its events go to CloudWatch Logs too. */
    final boolean hasLogs() {
        return withoutLogs().isEmpty();
    }

    @Override
    public List<Preset> parts() {
        return hasLogs() ? List.of(bucket(), logGroup()) : List.of(bucket());
    }

    @Override
    public List<Grant> grants() {
        if (!hasLogs()) {
            return List.of();
        }
        Sub streams = Arns.own(
                "logs",
                Sub.concat(
                        Value.of("log-group:"),
                        logGroup().ref(),
                        Value.of(":log-stream:"),
                        PseudoParameter.ACCOUNT_ID,
                        Value.of("_CloudTrail_"),
                        PseudoParameter.REGION,
                        Value.of("*")));
        String sid = "WriteTo" + logGroup().logicalId();
        Access write = Access.builder(AwsService.LOGS, sid)
                .target(logGroup().logicalId())
                .addActions("logs:CreateLogStream", "logs:PutLogEvents")
                .addResources(streams)
                .addResourceTypes("log-group", "log-stream")
                .addExceptions(ExceptionRecord.of(
                        sid, "ACCOUNT_CloudTrail_REGION*", "CloudTrail names the streams", "One log group, one start"))
                .build();
        return List.of(Grant.builder().role(roleId()).access(write).build());
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        List<KeyUse> uses = new ArrayList<>();
        for (Statement own : new TrailStatements(this, conventions).ofKey()) {
            uses.add(KeyUse.builder(key().logicalId(), AwsService.S3)
                    .ownStatement(own)
                    .build());
        }
        return List.copyOf(uses);
    }

    @Override
    public List<ConfigCheck> configChecks() {
        List<ConfigCheck> checks = new ArrayList<>();
        checks.add(check("EncryptionRule", "encrypted", "CLOUD_TRAIL_ENCRYPTION_ENABLED", "Trails are encrypted"));
        checks.add(check(
                "ValidationRule",
                "validated",
                "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
                "Trails prove that no record was changed"));
        if (hasLogs()) {
            checks.add(check(
                    "LogsRule",
                    "to-logs",
                    "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
                    "Trails send their events to CloudWatch Logs"));
        }
        return List.copyOf(checks);
    }

    private ConfigCheck check(String idEnd, String nameEnd, String identifier, String what) {
        return ConfigCheck.builder(logicalId() + idEnd, name() + "-" + nameEnd, identifier)
                .description(what)
                .build();
    }

    /** The rule that watches the data events; its parameter names the buckets of the whole stack. */
    final ConfigCheck dataEventsCheck(Wiring wiring) {
        return ConfigCheck.builder(
                        logicalId() + "DataEventsRule", name() + "-data-events", "CLOUDTRAIL_S3_DATAEVENTS_ENABLED")
                .description("A trail records who reads and writes the objects of this stack")
                .putParameters("S3BucketNames", new DataEvents(this, wiring).bucketNames())
                .build();
    }

    @Override
    public List<EventAlert> eventAlerts() {
        return List.of(EventAlert.builder(logicalId() + "Tampering", name() + "-tampering")
                .description("Somebody stopped or changed an audit trail")
                .putPattern("source", List.of("aws.cloudtrail"))
                .putPattern("detail-type", List.of("AWS API Call via CloudTrail"))
                .putPattern(
                        "detail",
                        Map.of("eventName", List.of("DeleteTrail", "PutEventSelectors", "StopLogging", "UpdateTrail")))
                .build());
    }

    @Override
    public List<String> recordedTypes() {
        return hasLogs() ? List.of(Trail.TYPE, Role.TYPE) : List.of(Trail.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        return Fragment.builder()
                .heading("Audit trail")
                .addAllResources(new TrailResources(this, wiring).all())
                .build();
    }

    /** Collects the options of a trail. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAuditTrail.Builder {

        Builder() {}
    }
}

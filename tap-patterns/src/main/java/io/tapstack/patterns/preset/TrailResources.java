package io.tapstack.patterns.preset;

import io.tapstack.model.aws.cloudtrail.Trail;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.iam.role.Policy;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import java.util.ArrayList;
import java.util.List;

/** What a trail is made of: the bucket of its records, the log group of its events with the role for it, and the trail itself. */
final class TrailResources {

    private final AuditTrail trail;
    private final Wiring wiring;
    private final StackConventions conventions;
    private final TrailStatements statements;

    TrailResources(AuditTrail trail, Wiring wiring) {
        this.trail = trail;
        this.wiring = wiring;
        this.conventions = wiring.conventions();
        this.statements = new TrailStatements(trail, conventions);
    }

    /** All of them, in the order in which they are written. */
    List<Resource> all() {
        List<Resource> resources = new ArrayList<>(bucket().fragment(wiring).resources());
        Trail.Builder built = Trail.builder(trail.logicalId().name(), trail.source())
                .trailName(conventions.name(trail.name()))
                .isLogging(true)
                .enableLogFileValidation(true)
                .includeGlobalServiceEvents(true)
                .isMultiRegionTrail(trail.inOneRegion().isEmpty())
                .s3BucketName(trail.bucket().ref())
                .kmsKeyId(trail.key().arn());
        if (trail.hasLogs()) {
            Role role = role();
            resources.addAll(trail.logGroup().fragment(wiring).resources());
            resources.add(role);
            built.cloudWatchLogsLogGroupArn(GetAtt.of(trail.logGroup().logicalId(), "Arn"))
                    .cloudWatchLogsRoleArn(role.arn());
        }
        new DataEvents(trail, wiring).addTo(built);
        resources.add(built.tags(Tag.of("Name", conventions.name(trail.name())))
                .options(options -> options.addDependsOn(trail.bucket().policyId())
                        .metadata(ExceptionRecord.metadata(exceptions())))
                .build());
        return resources;
    }

    /** The bucket with the statements that let this trail in: they name the trail, whose name is known in a stack only. */
    private EncryptedBucket bucket() {
        return EncryptedBucket.builder(trail.bucket().logicalId().name(), trail.source())
                .from(trail.bucket())
                .addAllServiceStatements(statements.ofBucket())
                .addExceptions(TrailStatements.RECORDS)
                .build();
    }

    private Role role() {
        List<Value<Statement>> rights = new ArrayList<>();
        List<ExceptionRecord> records = new ArrayList<>();
        for (Grant grant : wiring.grantsOf(trail.roleId())) {
            rights.add(Statement.allow(grant.access().sid())
                    .addAllActions(grant.access().actions())
                    .addAllResources(grant.access().resources())
                    .build());
            records.addAll(grant.access().exceptions());
        }
        return Role.builder(trail.roleId().name(), trail.source())
                .assumeRolePolicyDocument(PolicyDocument.of(statements.ofRole()))
                .policies(Policy.builder()
                        .policyName("DeliverEvents")
                        .policyDocument(PolicyDocument.of(rights))
                        .build())
                .tags(Tag.of("Name", conventions.name(trail.name() + "-role")))
                .options(options -> options.metadata(ExceptionRecord.metadata(records)))
                .build();
    }

    private List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>();
        trail.withoutLogs()
                .ifPresent(record -> records.add(
                        record.answering(Checker.GUARD.finding("cloud_trail_cloud_watch_logs_enabled_check"))));
        trail.withoutManagementEvents().ifPresent(records::add);
        trail.withoutTableEvents().ifPresent(records::add);
        trail.inOneRegion().ifPresent(record -> records.add(record.answering(Checker.CHECKOV.finding("CKV_AWS_67"))));
        return records;
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What whoever looks after a stack may do with each kind of thing in it: look at its settings, logs and alarms, and start a rotation.
 *
 * <p>What exists on a condition is left out.
 */
final class AdministratorRights {

    private static final AwsService CLOUDWATCH =
            AwsService.of("cloudwatch", "monitoring", "CloudWatch", AwsService.EndpointType.INTERFACE);

    private final LogicalId role;
    private final Wiring wiring;
    private final List<Access> accesses = new ArrayList<>();
    private final List<Preset> optional = new ArrayList<>();

    AdministratorRights(LogicalId role, Wiring wiring) {
        this.role = role;
        this.wiring = wiring;
        for (OptionalPart part : wiring.all(OptionalPart.class)) {
            addParts(part);
        }
        addStores();
        addCode();
        addLogs();
    }

    private void addParts(Preset preset) {
        for (Preset part : preset.parts()) {
            optional.add(part);
            addParts(part);
        }
    }

    private void addStores() {
        add(
                AwsService.KMS,
                "InspectKeys",
                arns(CustomerManagedKey.class, CustomerManagedKey::arn),
                "kms:DescribeKey",
                "kms:GetKeyPolicy",
                "kms:GetKeyRotationStatus");
        add(
                AwsService.S3,
                "InspectBuckets",
                arns(EncryptedBucket.class, bucket -> bucket.when().isEmpty(), EncryptedBucket::arn),
                "s3:GetBucketPolicy",
                "s3:GetBucketPublicAccessBlock",
                "s3:GetBucketVersioning",
                "s3:GetEncryptionConfiguration",
                "s3:GetLifecycleConfiguration");
        add(
                AwsService.DYNAMODB,
                "InspectTables",
                arns(EncryptedTable.class, EncryptedTable::arn),
                "dynamodb:DescribeContinuousBackups",
                "dynamodb:DescribeContributorInsights",
                "dynamodb:DescribeTable");
    }

    private void addCode() {
        add(
                AwsService.LAMBDA,
                "InspectFunctions",
                arns(PrivateLambda.class, PrivateLambda::arn),
                "lambda:GetFunctionConfiguration");
        add(
                AwsService.SECRETS_MANAGER,
                "InspectSecrets",
                arns(RotatingSecret.class, RotatingSecret::arn),
                "secretsmanager:DescribeSecret");
        add(
                AwsService.SECRETS_MANAGER,
                "RotateSecrets",
                arns(RotatingSecret.class, secret -> secret.rotatedBy().isPresent(), RotatingSecret::arn),
                "secretsmanager:RotateSecret");
    }

    private void addLogs() {
        add(
                AwsService.LOGS,
                "ReadLogs",
                arns(EncryptedLogGroup.class, group -> GetAtt.of(group.logicalId(), "Arn")),
                "logs:DescribeLogStreams",
                "logs:FilterLogEvents",
                "logs:GetLogEvents");
        List<Value<String>> alarms = new ArrayList<>();
        for (AlarmSet set : wiring.all(AlarmSet.class)) {
            alarms.addAll(set.alarmArns(wiring));
        }
        add(CLOUDWATCH, "InspectAlarms", alarms, "cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms");
        add(
                AwsService.CLOUDTRAIL,
                "InspectTrails",
                arns(AuditTrail.class, trail -> TrailStatements.arnByName(trail, wiring.conventions())),
                "cloudtrail:GetTrail",
                "cloudtrail:GetTrailStatus");
    }

    private <P extends Preset> List<Value<String>> arns(Class<P> kind, Function<P, Value<String>> arn) {
        return arns(kind, preset -> true, arn);
    }

    private <P extends Preset> List<Value<String>> arns(
            Class<P> kind, Predicate<P> chosen, Function<P, Value<String>> arn) {
        List<Value<String>> arns = new ArrayList<>();
        for (P preset : wiring.all(kind)) {
            if (chosen.test(preset) && !optional.contains(preset)) {
                arns.add(arn.apply(preset));
            }
        }
        return arns;
    }

    private void add(AwsService service, String sid, List<Value<String>> arns, String... actions) {
        if (!arns.isEmpty()) {
            accesses.add(Access.builder(service, sid)
                    .target(role)
                    .addActions(actions)
                    .addAllResources(arns)
                    .build());
        }
    }

    PolicyDocument document() {
        List<Value<Statement>> statements = new ArrayList<>();
        for (Access access : accesses) {
            statements.add(Statement.allow(access.sid())
                    .addAllActions(access.actions())
                    .addAllResources(access.resources())
                    .build());
        }
        return PolicyDocument.of(statements);
    }

    List<ExceptionRecord> exceptions() {
        return accesses.stream().noneMatch(access -> access.sid().equals("ReadLogs"))
                ? List.of()
                : List.of(ExceptionRecord.of(
                        "ReadLogs", "log-group:NAME:*", "Services name the streams", "The log groups of this stack"));
    }
}

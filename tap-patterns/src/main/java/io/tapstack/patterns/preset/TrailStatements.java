package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;

/** The statements that let CloudTrail in, working for one trail only: to its key, to its bucket, and into its role. */
final class TrailStatements {

    private static final String WRITES_RECORDS = "CloudTrailWritesRecords";

    /** Of the wildcard in the statements of the bucket's policy. */
    static final ExceptionRecord RECORDS = ExceptionRecord.of(
            WRITES_RECORDS, "AWSLogs/ACCOUNT/*", "CloudTrail names the objects", "One prefix, one trail");

    private final AuditTrail trail;
    private final Sub arn;

    TrailStatements(AuditTrail trail, StackConventions conventions) {
        this.trail = trail;
        this.arn = arnByName(trail, conventions);
    }

    /** By name: bucket policy, key policy and role come before the trail. */
    static Sub arnByName(AuditTrail trail, StackConventions conventions) {
        return Arns.own("cloudtrail", Sub.concat(Value.of("trail/"), conventions.name(trail.name())));
    }

    /** Those of the key's policy. */
    List<Statement> ofKey() {
        return List.of(
                service(trail.logicalId() + "EncryptsRecords")
                        .addActions("kms:GenerateDataKey")
                        .addResources(Value.of("*"))
                        .condition(ConditionOperator.STRING_EQUALS, "kms:EncryptionContext:aws:cloudtrail:arn", arn)
                        .build(),
                service(trail.logicalId() + "ChecksItsKey")
                        .addActions("kms:Decrypt", "kms:DescribeKey")
                        .addResources(Value.of("*"))
                        .build());
    }

    /** Those of the bucket's policy. */
    List<Statement> ofBucket() {
        EncryptedBucket bucket = trail.bucket();
        return List.of(
                service("CloudTrailChecksAccess")
                        .addActions("s3:GetBucketAcl")
                        .addResources(bucket.arn())
                        .build(),
                service(WRITES_RECORDS)
                        .addActions("s3:PutObject")
                        .addResources(bucket.objects(
                                Sub.concat(Value.of("AWSLogs/"), PseudoParameter.ACCOUNT_ID, Value.of("/*"))))
                        .condition(ConditionOperator.STRING_EQUALS, "s3:x-amz-acl", "bucket-owner-full-control")
                        .build());
    }

    /** That of the role's trust policy. */
    Statement ofRole() {
        return service("CloudTrail").addActions("sts:AssumeRole").build();
    }

    private Statement.Builder service(String sid) {
        return Statement.allow(sid)
                .addPrincipals(Principal.service("cloudtrail.amazonaws.com"))
                .condition(ConditionOperator.STRING_EQUALS, "aws:SourceArn", arn);
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.CheckerFinding;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** The statements of a bucket's policy: which services it lets in, and which requests it refuses. */
final class BucketStatements {

    /** cfn-guard looks for the ARN of the objects and understands {@code Fn::Join} only. */
    private static final CheckerFinding JOIN_INSTEAD_OF_SUB = Checker.CFN_LINT.finding("I1022");

    private final EncryptedBucket bucket;
    private final boolean hasWriters;

    BucketStatements(EncryptedBucket bucket, Wiring wiring) {
        this.bucket = bucket;
        this.hasWriters = hasWriters(bucket, wiring);
    }

    /** Whether roles of the stack may write into it, and not only services. */
    private static boolean hasWriters(EncryptedBucket bucket, Wiring wiring) {
        return wiring.grantsTo(bucket.logicalId()).stream()
                .anyMatch(grant -> grant.access().actions().contains(BucketObjects.PUT));
    }

    PolicyDocument document() {
        List<Value<Statement>> statements = new ArrayList<>(bucket.serviceStatements());
        statements.add(denial("DenyInsecureTransport", "s3:*")
                .resources(List.of(bucket.arn(), Join.of("", bucket.arn(), Value.of("/*"))))
                .condition(ConditionOperator.BOOL, "aws:SecureTransport", "false")
                .build());
        statements.add(denial("DenyOldTls", "s3:*")
                .addResources(bucket.arn(), bucket.objects(Value.of("*")))
                .condition(ConditionOperator.NUMERIC_LESS_THAN, "s3:TlsVersion", "1.2")
                .build());
        if (hasWriters) {
            statements.add(otherThan("DenyOtherEncryption", "s3:x-amz-server-side-encryption", Value.of("aws:kms")));
            statements.add(otherThan(
                    "DenyOtherKeys",
                    "s3:x-amz-server-side-encryption-aws-kms-key-id",
                    bucket.key().arn()));
        }
        return PolicyDocument.of(statements);
    }

    /** Refuses to write what asks for something else; who asks for nothing gets the encryption of the bucket. */
    private Statement otherThan(String sid, String header, Value<String> wanted) {
        return denial(sid, BucketObjects.PUT)
                .addResources(bucket.objects(Value.of("*")))
                .condition(ConditionOperator.NULL, header, "false")
                .condition(ConditionOperator.STRING_NOT_EQUALS, header, wanted)
                .build();
    }

    private static Statement.Builder denial(String sid, String action) {
        return Statement.deny(sid).addPrincipals(Principal.anyone()).addActions(action);
    }

    /** Records of the wildcards in them. */
    List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>(bucket.exceptions());
        records.add(ExceptionRecord.of(
                        "DenyInsecureTransport, DenyOldTls",
                        "Principal *, Action s3:*, all objects",
                        "A denial must be broad",
                        "It grants nothing")
                .answering(JOIN_INSTEAD_OF_SUB));
        if (hasWriters) {
            records.add(ExceptionRecord.of(
                    "DenyOtherEncryption, DenyOtherKeys",
                    "Principal *, all objects",
                    "A denial must be broad",
                    "It grants nothing"));
        }
        return records;
    }
}

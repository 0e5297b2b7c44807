package io.tapstack.reference.requirement;

import io.tapstack.model.value.Literal;

/** Looks at tables, buckets, and what becomes of data. */
final class Stores {

    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String BUCKET = "AWS::S3::Bucket";

    private Stores() {}

    static void tablesRecover(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, TABLE);
        for (Part table : stack.parts(TABLE)) {
            trouble.expect(table, "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", "true");
        }
    }

    static void tablesUseKms(Stack stack, Trouble trouble) {
        for (Part table : stack.parts(TABLE)) {
            trouble.expect(table, "SSESpecification.SSEEnabled", "true");
            trouble.expect(table, "SSESpecification.SSEType", "KMS");
        }
    }

    static void bucketsKeepVersions(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, BUCKET);
        stack.parts(BUCKET).forEach(bucket -> trouble.expect(bucket, "VersioningConfiguration.Status", "Enabled"));
    }

    static void bucketsAreClosed(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, BUCKET);
        for (Part bucket : stack.parts(BUCKET)) {
            for (String block :
                    new String[] {"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"
                    }) {
                trouble.expect(bucket, "PublicAccessBlockConfiguration." + block, "true");
            }
        }
    }

    /** Buckets that pass move their objects to a class after so many days. */
    static Check lifecycle(String storageClass, int days) {
        return (stack, trouble) -> {
            trouble.expectSome(stack, BUCKET);
            boolean some = false;
            for (Part bucket : stack.parts(BUCKET)) {
                for (Part rule : bucket.objects("LifecycleConfiguration.Rules")) {
                    for (Part transition : rule.objects("Transitions")) {
                        some |= rule.is("Status", "Enabled")
                                && transition.text("StorageClass").matches(storageClass)
                                && (days < 0 || transition.number("TransitionInDays") == days);
                    }
                }
            }
            trouble.expect(
                    some, "no bucket moves objects to " + storageClass + (days < 0 ? "" : " after " + days + " days"));
        };
    }

    /** Every resource but groups of logs is kept when the stack is deleted, and when it is replaced. */
    static void allIsKept(Stack stack, Trouble trouble) {
        for (Part part : stack.parts()) {
            String expected = part.type().equals("AWS::Logs::LogGroup") ? "Delete" : "Retain";
            expectPolicy(part, expected, trouble);
        }
    }

    /** Every resource that could outlive the stack goes with it. */
    static void allIsDeleted(Stack stack, Trouble trouble) {
        for (Part part : stack.parts()) {
            boolean holdsData = part.type()
                    .matches("AWS::(S3::Bucket|DynamoDB::Table|RDS::DBInstance|KMS::Key"
                            + "|SecretsManager::Secret|SQS::Queue|Logs::LogGroup)");
            boolean stated = part.options().deletionPolicy().isPresent()
                    || part.options().updateReplacePolicy().isPresent();
            if (holdsData || stated) {
                expectPolicy(part, "Delete", trouble);
            }
        }
    }

    private static void expectPolicy(Part part, String expected, Trouble trouble) {
        trouble.expect(
                part.options()
                        .deletionPolicy()
                        .filter(Literal.of(expected)::equals)
                        .isPresent(),
                part + " has not the DeletionPolicy " + expected);
        trouble.expect(
                part.options()
                        .updateReplacePolicy()
                        .filter(Literal.of(expected)::equals)
                        .isPresent(),
                part + " has not the UpdateReplacePolicy " + expected);
    }
}

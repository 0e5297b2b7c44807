package io.tapstack.reference.requirement;

import static io.tapstack.reference.requirement.Change.drop;
import static io.tapstack.reference.requirement.Change.set;
import static io.tapstack.reference.requirement.Change.without;

import io.tapstack.model.value.Value;
import java.util.List;

/** Groups 1 and 2 of pipeline C: encryption and stores. */
final class FinancialData {

    private static final String KEY = "AWS::KMS::Key";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private FinancialData() {}

    static List<Requirement> all() {
        return List.of(
                Requirement.of("1.1", "A customer managed key rotates")
                        .shownBy("each key rotates", Encryption::keysRotate)
                        .rules("UnrotatedKey")
                        .failsIf("there is no key", without(KEY))
                        .failsIf("it does not rotate", set(KEY, "EnableKeyRotation", Value.of(false))),
                Requirement.of("1.2", "It encrypts everything: buckets, tables, environments, logs and the rest")
                        .shownBy(
                                "whatever keeps data names a key of the stack",
                                Encryption.everything(
                                        BUCKET,
                                        TABLE,
                                        "AWS::Lambda::Function",
                                        "AWS::Logs::LogGroup",
                                        "AWS::SecretsManager::Secret",
                                        "AWS::RDS::DBInstance"))
                        .rules("UnencryptedStore")
                        .failsIf("a bucket has no key", drop(BUCKET, Encryption.BUCKET))
                        .failsIf("the table has no key", drop(TABLE, "SSESpecification"))
                        .failsIf("environments have no key", drop("AWS::Lambda::Function", "KmsKeyArn"))
                        .failsIf("logs have no key", drop("AWS::Logs::LogGroup", "KmsKeyId"))
                        .failsIf("the database has no key", drop("AWS::RDS::DBInstance", "KmsKeyId")),
                Requirement.of("1.3", "The policy of the key enforces that services of the stack use it")
                        .shownBy("use is bound to services of this account", Encryption::keyPoliciesAreBound)
                        .rules("UnexplainedWildcard")
                        .failsIf(
                                "it may be used directly",
                                Change.statement(KEY, "KeyPolicy", "kms:Encrypt", "Condition", null))
                        .failsIf(
                                "anybody may make grants",
                                Change.statement(KEY, "KeyPolicy", "kms:CreateGrant", "Condition", null))
                        .failsIf("it allows kms:*", set(KEY, "KeyPolicy.Statement.0.Action", "kms:*")),
                Requirement.of("2.1", "The bucket is encrypted by SSE-KMS with the key")
                        .shownBy("the key is one of the stack", Encryption.of(BUCKET))
                        .shownBy("the algorithm is aws:kms", Encryption::bucketsUseKms)
                        .failsIf("it uses SSE-S3", set(BUCKET, algorithm(), "AES256"))
                        .failsIf("it has the key of AWS", drop(BUCKET, Encryption.BUCKET)),
                Requirement.of("2.2", "The bucket keeps versions")
                        .shownBy("versioning is enabled", Stores::bucketsKeepVersions)
                        .failsIf("it is suspended", set(BUCKET, "VersioningConfiguration.Status", "Suspended")),
                Requirement.of("2.3", "Objects move to an archive")
                        .shownBy("to a class of Glacier", Stores.lifecycle("GLACIER.*|DEEP_ARCHIVE", -1))
                        .failsIf("there is no lifecycle", drop(BUCKET, "LifecycleConfiguration"))
                        .failsIf(
                                "they move to infrequent access only",
                                Change.everywhere("GLACIER", "STANDARD_IA")
                                        .andThen(Change.everywhere("DEEP_ARCHIVE", "STANDARD_IA"))
                                        .andThen(Change.everywhere("GLACIER_IR", "STANDARD_IA"))::apply),
                Requirement.of("2.4", "Public access is blocked in all ways")
                        .shownBy("all four flags are set", Stores::bucketsAreClosed)
                        .rules("PublicBucket")
                        .failsIf("one is not", drop(BUCKET, "PublicAccessBlockConfiguration.RestrictPublicBuckets")),
                Requirement.of("2.5", "The table of transactions is encrypted by KMS")
                        .shownBy("the key is one of the stack", Encryption.of(TABLE))
                        .shownBy("encryption is KMS", Stores::tablesUseKms)
                        .failsIf("it is switched off", set(TABLE, "SSESpecification.SSEEnabled", Value.of(false))),
                Requirement.of("2.6", "The table has point-in-time recovery")
                        .shownBy("each table has it", Stores::tablesRecover)
                        .rules("UnrecoverableTable")
                        .failsIf("it is gone", drop(TABLE, "PointInTimeRecoverySpecification")),
                Requirement.of("2.7", "The table has contributor insights")
                        .shownBy(
                                "they are enabled",
                                (stack, trouble) -> stack.parts(TABLE)
                                        .forEach(table -> trouble.expect(
                                                table, "ContributorInsightsSpecification.Enabled", "true")))
                        .failsIf("they are not", drop(TABLE, "ContributorInsightsSpecification")));
    }

    private static String algorithm() {
        return Encryption.BUCKET.replace("KMSMasterKeyID", "SSEAlgorithm");
    }
}

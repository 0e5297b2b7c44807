package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores, logs and keys that keep data worse, shorter, or not at all. */
final class StoreWeakenings {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String POLICY = "AWS::S3::BucketPolicy";
    private static final String STREAM = "AWS::Kinesis::Stream";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String LOGS = "AWS::Logs::LogGroup";
    private static final String DATABASE = "AWS::RDS::DBInstance";
    private static final String STORE = "UnencryptedStore";
    private static final String ENCRYPTION = "BucketEncryption.ServerSideEncryptionConfiguration";
    private static final String DEFAULT = ENCRYPTION + ".ServerSideEncryptionByDefault";
    private static final List<String> KEEPING = List.of(
            TABLE, STREAM, "AWS::KMS::Key", LOGS, DATABASE, BUCKET, "AWS::SecretsManager::Secret", "AWS::SQS::Queue");

    private StoreWeakenings() {}

    static void add(List<Weakening> all) {
        addEncryption(all);
        addTransport(all);
        addRecovery(all);
        addRetention(all);
        for (String type : KEEPING) {
            if (!type.equals(BUCKET)) {
                all.add(Weakening.of(
                                type + " without a DeletionPolicy",
                                "ImplicitDeletion",
                                type,
                                store -> Edits.options(store, options -> options.deletionPolicy(Optional.empty())))
                        .where(store -> store.options().deletionPolicy().isPresent()));
            }
            all.add(Weakening.of(
                            type + " without an UpdateReplacePolicy",
                            "ImplicitDeletion",
                            type,
                            store -> Edits.options(store, options -> options.updateReplacePolicy(Optional.empty())))
                    .where(store -> store.options().updateReplacePolicy().isPresent()));
        }
        all.add(Weakening.of(
                BUCKET + " that the stack cannot delete",
                "UndeletableBucket",
                BUCKET,
                bucket -> Edits.options(bucket, options -> options.deletionPolicy(Optional.empty()))));
    }

    private static void addEncryption(List<Weakening> all) {
        all.add(Weakening.set(STORE, BUCKET, "BucketEncryption", null));
        all.add(Weakening.set(STORE, BUCKET, DEFAULT + ".SSEAlgorithm", Value.of("AES256")));
        all.add(Weakening.set(STORE, STREAM, "StreamEncryption", null));
        all.add(Weakening.set(STORE, STREAM, "StreamEncryption.EncryptionType", Value.of("NONE")));
        all.add(Weakening.set(STORE, TABLE, "SSESpecification", null));
        all.add(environment("without a key", null));
        all.add(environment("under a key of AWS", Value.of("alias/aws/lambda")));
        all.add(environment(
                "without a key in one account", Parts.sometimesMissing(GetAtt.of(LogicalId.of("Key"), "Arn"))));
        all.add(Weakening.of(
                FUNCTION + " has an environment in one account, and no key",
                STORE,
                FUNCTION,
                function -> Edits.set(
                        Edits.set(function, "KmsKeyArn", null),
                        "Environment",
                        Parts.sometimesMissing(Value.json(Map.of("Variables", Map.of("TZ", "UTC")))))));
        all.add(Weakening.of(
                        BUCKET + " is not encrypted in one account",
                        STORE,
                        BUCKET,
                        bucket -> Edits.set(
                                bucket,
                                ENCRYPTION + ".0",
                                Parts.sometimesMissing(Edits.find(bucket.properties(), ENCRYPTION + ".0"))))
                .where(Parts.says(ENCRYPTION, "KMSMasterKeyID")));
        all.add(Weakening.of(
                DATABASE + " is of a cluster in one account, and not encrypted",
                STORE,
                DATABASE,
                database -> Edits.set(
                        Edits.set(database, "StorageEncrypted", Value.of(false)),
                        "DBClusterIdentifier",
                        Parts.sometimesMissing(Value.of("cluster")))));
        all.add(Weakening.of(
                "AWS::KMS::Key is for signatures in one account, and does not rotate",
                "UnrotatedKey",
                "AWS::KMS::Key",
                key -> Edits.set(
                        Edits.set(key, "EnableKeyRotation", Value.of(false)),
                        "KeySpec",
                        Parts.sometimes(Value.of("ECC_NIST_P256"), Value.of("SYMMETRIC_DEFAULT")))));
        all.add(Weakening.set("DeliveryWithoutKey", "AWS::Config::DeliveryChannel", "S3KmsKeyArn", null));
        all.add(Weakening.set(STORE, DATABASE, "StorageEncrypted", Parts.sometimes(Value.of(false), Value.of(true)))
                .named(DATABASE + " is not encrypted in one account"));
    }

    private static Weakening environment(String name, @Nullable Value<?> key) {
        return Weakening.of(
                FUNCTION + " has an environment " + name,
                STORE,
                FUNCTION,
                function -> Edits.set(
                        Edits.set(function, "Environment", Value.json(Map.of("Variables", Map.of("TZ", "UTC")))),
                        "KmsKeyArn",
                        key));
    }

    /** Denials of plain requests that leave something out. */
    private static void addTransport(List<Weakening> all) {
        all.add(plain("holds for requests with TLS", "Condition.Bool", Map.of("aws:SecureTransport", "true")));
        all.add(plain("holds for one action", "Action", "s3:PutObject"));
        all.add(plain("holds for one object", "Resource", "arn:aws:s3:::one/two"));
        all.add(plain("holds for one account", "Principal", Map.of("AWS", "111122223333")));
        all.add(plain("holds in one organization", "Condition.StringEquals", Map.of("aws:PrincipalOrgID", "o-1")));
        all.add(plain("allows in one account", "Effect", Parts.sometimes(Value.of("Allow"), Value.of("Deny"))));
        all.add(Weakening.of(
                        POLICY + " denies plain requests for the bucket, not for its objects",
                        "PlainTransport",
                        POLICY,
                        policy -> Edits.set(policy, denial(policy) + ".Resource.1", null))
                .spokenOf(BUCKET));
        all.add(Weakening.of(
                        POLICY + " is there in one account only",
                        "PlainTransport",
                        POLICY,
                        policy -> Edits.options(policy, options -> options.condition(Weakenings.SOMEWHERE)))
                .spokenOf(BUCKET));
    }

    private static Weakening plain(String name, String member, Object value) {
        return Weakening.of(
                        POLICY + " denies plain requests, and that " + name,
                        "PlainTransport",
                        POLICY,
                        policy -> Edits.set(policy, denial(policy) + "." + member, Value.json(value)))
                .spokenOf(BUCKET);
    }

    private static String denial(Resource policy) {
        String statements = "PolicyDocument.Statement";
        return statements + "." + Parts.statement(policy, statements, "aws:SecureTransport");
    }

    private static void addRecovery(List<Weakening> all) {
        String point = "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled";
        all.add(Weakening.set("UnrecoverableTable", TABLE, point, Parts.sometimes(Value.of(false), Value.of(true)))
                .named(TABLE + " cannot be recovered in one account"));
        all.add(Weakening.set("UnversionedBucket", BUCKET, "VersioningConfiguration.Status", Value.of("Suspended")));
        all.add(Weakening.set("UnversionedBucket", BUCKET, "VersioningConfiguration", null));
        all.add(Weakening.set("UnrecoverableDatabase", DATABASE, "BackupRetentionPeriod", Value.of(0)));
        all.add(Weakening.set(
                        "UnrecoverableDatabase",
                        DATABASE,
                        "BackupRetentionPeriod",
                        Parts.sometimes(Value.of(0), Value.of(7)))
                .named(DATABASE + " keeps no backups in one account"));
        all.add(Weakening.set("PublicBucket", BUCKET, "PublicAccessBlockConfiguration", null));
        all.add(Weakening.set(
                        "PublicBucket",
                        BUCKET,
                        "PublicAccessBlockConfiguration.BlockPublicPolicy",
                        Parts.sometimes(Value.of(false), Value.of(true)))
                .named(BUCKET + " is open in one account"));
        all.add(Weakening.set("LooseBucket", BUCKET, "OwnershipControls", null));
        all.add(Weakening.set("LooseBucket", BUCKET, "LifecycleConfiguration", null));
        all.add(Weakening.set("LooseBucket", BUCKET, "OwnershipControls.Rules", Value.json(List.of())));
        all.add(Weakening.set("LooseBucket", BUCKET, ENCRYPTION + ".BucketKeyEnabled", Value.of(false)));
        all.add(Weakening.of(
                BUCKET + " has lifecycle rules that are switched off",
                "LooseBucket",
                BUCKET,
                bucket -> Edits.set(
                        bucket,
                        "LifecycleConfiguration",
                        Value.json(Map.of("Rules", List.of(Map.of("Status", "Disabled", "ExpirationInDays", 90)))))));
        all.add(Weakening.gone("PlainTransport", "AWS::S3::BucketPolicy").spokenOf(BUCKET));
        all.add(Weakening.of(
                        "AWS::S3::BucketPolicy without the denial of plain requests",
                        "PlainTransport",
                        "AWS::S3::BucketPolicy",
                        policy -> Edits.set(policy, denial(policy), null))
                .spokenOf(BUCKET));
    }

    private static void addRetention(List<Weakening> all) {
        all.add(Weakening.set("ShortLogRetention", LOGS, "RetentionInDays", Value.of(60)));
        all.add(Weakening.set("ShortLogRetention", LOGS, "RetentionInDays", Parts.sometimes(Value.of(7), Value.of(90)))
                .named(LOGS + " keeps logs for a week in one account"));
        all.add(Weakening.set("ShortStreamRetention", STREAM, "RetentionPeriodHours", Value.of(24)));
        all.add(Weakening.set("ShortStreamRetention", STREAM, "RetentionPeriodHours", null));
        all.add(Weakening.set("UnstatedLogClass", LOGS, "LogGroupClass", null));
        all.add(Weakening.set("LogGroupByName", FUNCTION, "LoggingConfig", null));
        all.add(Weakening.set("LogGroupByName", FUNCTION, "LoggingConfig.LogGroup", null));
    }
}

package io.tapstack.patterns.composition;

import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Stores, logs and keys that keep data worse, shorter, or not at all. */
final class StoreWeakenings {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String STREAM = "AWS::Kinesis::Stream";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String LOGS = "AWS::Logs::LogGroup";
    private static final String DATABASE = "AWS::RDS::DBInstance";
    private static final String STORE = "UnencryptedStore";
    private static final String DEFAULT =
            "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault";
    private static final List<String> KEEPING = List.of(
            TABLE, STREAM, "AWS::KMS::Key", LOGS, DATABASE, BUCKET, "AWS::SecretsManager::Secret", "AWS::SQS::Queue");

    private StoreWeakenings() {}

    static void add(List<Weakening> all) {
        addEncryption(all);
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
        all.add(Weakening.set(STORE, FUNCTION, "KmsKeyArn", null).where(Parts.says("Environment", "Variables")));
        all.add(Weakening.set(STORE, FUNCTION, "KmsKeyArn", Value.of("alias/aws/lambda"))
                .where(Parts.says("Environment", "Variables")));
        all.add(Weakening.of(
                        FUNCTION + " has no key in one account",
                        STORE,
                        FUNCTION,
                        function -> Edits.set(
                                function,
                                "KmsKeyArn",
                                Parts.sometimesMissing(Edits.find(function.properties(), "KmsKeyArn"))))
                .where(Parts.says("Environment", "Variables")));
        all.add(Weakening.set("DeliveryWithoutKey", "AWS::Config::DeliveryChannel", "S3KmsKeyArn", null));
        all.add(Weakening.set(STORE, DATABASE, "StorageEncrypted", Parts.sometimes(Value.of(false), Value.of(true)))
                .named(DATABASE + " is not encrypted in one account"));
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
        all.add(Weakening.gone("PlainTransport", "AWS::S3::BucketPolicy").spokenOf(BUCKET));
        all.add(Weakening.of(
                        "AWS::S3::BucketPolicy without the denial of plain requests",
                        "PlainTransport",
                        "AWS::S3::BucketPolicy",
                        policy -> {
                            String statements = "PolicyDocument.Statement";
                            int denial = Parts.statement(policy, statements, "aws:SecureTransport");
                            return Edits.set(policy, statements + "." + denial, null);
                        })
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
    }
}

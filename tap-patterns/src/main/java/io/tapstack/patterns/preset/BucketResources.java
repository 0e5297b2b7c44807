package io.tapstack.patterns.preset;

import io.tapstack.model.aws.s3.Bucket;
import io.tapstack.model.aws.s3.BucketPolicy;
import io.tapstack.model.aws.s3.bucket.BucketEncryption;
import io.tapstack.model.aws.s3.bucket.OwnershipControls;
import io.tapstack.model.aws.s3.bucket.OwnershipControlsRule;
import io.tapstack.model.aws.s3.bucket.PublicAccessBlockConfiguration;
import io.tapstack.model.aws.s3.bucket.ServerSideEncryptionByDefault;
import io.tapstack.model.aws.s3.bucket.ServerSideEncryptionRule;
import io.tapstack.model.aws.s3.bucket.VersioningConfiguration;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.Sub;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** What a bucket is made of: the bucket itself and its policy. */
final class BucketResources {

    private final EncryptedBucket bucket;
    private final Wiring wiring;

    BucketResources(EncryptedBucket bucket, Wiring wiring) {
        this.bucket = bucket;
        this.wiring = wiring;
    }

    /** Both of them, in the order in which they are written. */
    List<Resource> all() {
        return List.of(bucket(), policy());
    }

    private Bucket bucket() {
        Sub name = bucket.bucketName(wiring.conventions());
        BucketEvents events = new BucketEvents(bucket, wiring);
        Bucket.Builder built = Bucket.builder(bucket.logicalId().name(), bucket.source())
                .bucketName(name)
                .bucketEncryption(encryption())
                .ownershipControls(OwnershipControls.builder()
                        .rules(OwnershipControlsRule.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build())
                .publicAccessBlockConfiguration(PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build())
                .versioningConfiguration(
                        VersioningConfiguration.builder().status("Enabled").build())
                .lifecycleConfiguration(new BucketLifecycle(bucket).configuration())
                .tags(Tag.of("Name", name))
                .options(options -> existence(options)
                        .addAllDependsOn(events.permissions())
                        .metadata(ExceptionRecord.metadata(
                                exceptions(events.configuration().isPresent()))));
        events.configuration().ifPresent(built::notificationConfiguration);
        return built.build();
    }

    private BucketEncryption encryption() {
        return BucketEncryption.builder()
                .serverSideEncryptionConfiguration(ServerSideEncryptionRule.builder()
                        .bucketKeyEnabled(true)
                        .serverSideEncryptionByDefault(ServerSideEncryptionByDefault.builder()
                                .sseAlgorithm("aws:kms")
                                .kmsMasterKeyID(bucket.key().arn())
                                .build())
                        .build())
                .build();
    }

    private static List<ExceptionRecord> exceptions(boolean hasEvents) {
        List<ExceptionRecord> records = new ArrayList<>();
        records.add(ExceptionRecord.of("LoggingConfiguration", "none", "KMS cannot encrypt access logs", "CloudTrail")
                .answering(
                        Checker.CHECKOV.finding("CKV_AWS_18"),
                        Checker.GUARD.finding("s3_bucket_logging_enabled_check")));
        if (!hasEvents) {
            records.add(ExceptionRecord.of("NotificationConfiguration", "none", "Nobody asked", "CloudTrail")
                    .answering(Checker.GUARD.finding("s3_event_notifications_enabled_check")));
        }
        records.add(ExceptionRecord.of("ObjectLockEnabled", "false", "Locked objects outlive the stack", "Versions")
                .answering(Checker.GUARD.finding("s3_bucket_object_lock_enabled_check")));
        return records;
    }

    private BucketPolicy policy() {
        BucketStatements statements = new BucketStatements(bucket, wiring);
        return BucketPolicy.builder(bucket.policyId().name(), bucket.source())
                .bucket(bucket.ref())
                .policyDocument(statements.document())
                .options(options -> existence(options).metadata(ExceptionRecord.metadata(statements.exceptions())))
                .build();
    }

    private ResourceOptions.Builder existence(ResourceOptions.Builder options) {
        bucket.when().ifPresent(options::condition);
        return options;
    }
}

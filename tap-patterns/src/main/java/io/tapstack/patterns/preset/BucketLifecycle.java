package io.tapstack.patterns.preset;

import io.tapstack.model.aws.s3.bucket.AbortIncompleteMultipartUpload;
import io.tapstack.model.aws.s3.bucket.LifecycleConfiguration;
import io.tapstack.model.aws.s3.bucket.NoncurrentVersionExpiration;
import io.tapstack.model.aws.s3.bucket.Rule;
import io.tapstack.model.aws.s3.bucket.Transition;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** When the objects of a bucket move to cheaper storage, and when they and what is left of them are deleted. */
final class BucketLifecycle {

    private static final int DAYS_OF_AN_UPLOAD = 7;
    private static final int DAYS_OF_FREQUENT_ACCESS = 30;

    private final EncryptedBucket bucket;

    BucketLifecycle(EncryptedBucket bucket) {
        this.bucket = bucket;
    }

    LifecycleConfiguration configuration() {
        List<Value<Rule>> rules = new ArrayList<>();
        rules.add(rule("AbortIncompleteUploads")
                .abortIncompleteMultipartUpload(AbortIncompleteMultipartUpload.builder()
                        .daysAfterInitiation(DAYS_OF_AN_UPLOAD)
                        .build())
                .build());
        rules.add(move("MoveToInfrequentAccess", "STANDARD_IA", DAYS_OF_FREQUENT_ACCESS));
        bucket.archiveAfterDays().ifPresent(days -> rules.add(move("Archive", "GLACIER_IR", days)));
        bucket.expireAfterDays()
                .ifPresent(
                        days -> rules.add(rule("Expire").expirationInDays(days).build()));
        bucket.expireOldVersionsAfterDays()
                .ifPresent(days -> rules.add(rule("ExpireOldVersions")
                        .noncurrentVersionExpiration(NoncurrentVersionExpiration.builder()
                                .noncurrentDays(days)
                                .build())
                        .build()));
        return LifecycleConfiguration.builder().rules(Value.list(rules)).build();
    }

    private static Rule move(String id, String storageClass, int days) {
        return rule(id).transitions(Transition.builder()
                        .storageClass(storageClass)
                        .transitionInDays(days)
                        .build())
                .build();
    }

    private static Rule.Builder rule(String id) {
        return Rule.builder().id(id).status("Enabled");
    }
}

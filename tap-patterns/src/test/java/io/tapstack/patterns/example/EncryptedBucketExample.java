package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Receipts that are archived after 90 days and deleted after ten years. */
final class EncryptedBucketExample {

    private EncryptedBucketExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        EncryptedBucket bucket = EncryptedBucket.builder("ReceiptBucket")
                .archiveAfterDays(90)
                .expireAfterDays(3650)
                .expireOldVersionsAfterDays(365)
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Receipts in an encrypted bucket")
                .addPresets(key, bucket)
                .build();
    }
}

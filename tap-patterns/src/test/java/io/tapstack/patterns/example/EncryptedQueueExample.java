package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A queue whose messages go to another when they were received five times. */
final class EncryptedQueueExample {

    private EncryptedQueueExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        EncryptedQueue failed =
                EncryptedQueue.builder("FailedOrderQueue").key(key).build();
        EncryptedQueue orders = EncryptedQueue.builder("OrderQueue")
                .visibilityTimeoutSeconds(120)
                .deadLetterQueue(failed)
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Orders in an encrypted queue")
                .addPresets(key, failed, orders)
                .build();
    }
}

package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedStream;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A stream of order events with two shards. */
final class EncryptedStreamExample {

    private EncryptedStreamExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        EncryptedStream stream =
                EncryptedStream.builder("OrderStream").shards(2).key(key).build();
        return SecureStack.builder(conventions)
                .description("Order events in an encrypted stream")
                .addPresets(key, stream)
                .build();
    }
}

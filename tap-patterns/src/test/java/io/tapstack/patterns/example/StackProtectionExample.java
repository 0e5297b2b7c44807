package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.StackProtection;

/** One parameter that protects a table from deletion, and has the protection of the stack watched. */
final class StackProtectionExample {

    private StackProtectionExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackProtection protection = StackProtection.byParameter();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .protectWhen(protection.condition())
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of orders")
                .alias("orders")
                .build();
        EncryptedTable orders = EncryptedTable.builder("OrderTable")
                .name("orders")
                .partitionKey("orderId")
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Orders that a parameter protects from deletion")
                .addPresets(protection, key, orders, ComplianceMonitor.of(key))
                .build();
    }
}

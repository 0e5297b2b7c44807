package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** AWS Config watching a table and its key. */
final class ComplianceMonitorExample {

    private ComplianceMonitorExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of orders and of what Config records")
                .alias("orders")
                .build();
        EncryptedTable orders = EncryptedTable.builder("OrderTable")
                .name("orders")
                .partitionKey("orderId")
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Orders, watched by AWS Config")
                .addPresets(key, orders, ComplianceMonitor.of(key))
                .build();
    }
}

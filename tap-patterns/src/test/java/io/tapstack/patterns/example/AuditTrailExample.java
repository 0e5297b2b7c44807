package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.AuditTrail;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A trail that records who reads and writes the items of a table. */
final class AuditTrailExample {

    private AuditTrailExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of orders and of their audit trail")
                .alias("orders")
                .build();
        EncryptedTable orders = EncryptedTable.builder("OrderTable")
                .name("orders")
                .partitionKey("orderId")
                .key(key)
                .build();
        AuditTrail trail = AuditTrail.builder("AuditTrail").key(key).build();
        return SecureStack.builder(conventions)
                .description("Orders, and an audit trail of who works with them")
                .addPresets(key, orders, trail)
                .build();
    }
}

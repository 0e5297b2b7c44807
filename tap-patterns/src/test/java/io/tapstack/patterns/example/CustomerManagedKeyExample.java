package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A key whose policy lets DynamoDB use it, because a table does. */
final class CustomerManagedKeyExample {

    private CustomerManagedKeyExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        EncryptedTable table = EncryptedTable.builder("OrderTable")
                .partitionKey("orderId")
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("A key and the one table that it encrypts")
                .addPresets(key, table)
                .build();
    }
}

package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.TableAttribute;
import io.tapstack.patterns.preset.TableIndex;

/** Orders by id and version, found by customer too, and gone when their time has come. */
final class EncryptedTableExample {

    private EncryptedTableExample() {}

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
                .sortKey(TableAttribute.number("version"))
                .addIndexes(TableIndex.builder("by-customer", TableAttribute.string("customerId"))
                        .addIncluded("status")
                        .build())
                .timeToLive("expiresAt")
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Orders in an encrypted table")
                .addPresets(key, table)
                .build();
    }
}

package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedLogGroup;
import io.tapstack.patterns.preset.LogRetention;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Logs that are kept for as long as whoever creates the stack decides: a year or more. */
final class EncryptedLogGroupExample {

    private EncryptedLogGroupExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        Parameter days = Parameter.number("LogRetentionDays")
                .defaultValue("365")
                .allowedValues("365", "1827", "3653")
                .build();
        EncryptedLogGroup group = EncryptedLogGroup.builder("OrderLogGroup")
                .name("/orders/audit")
                .retention(LogRetention.chosenBy(days))
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Logs in an encrypted group")
                .addParameters(days)
                .addPresets(key, group)
                .build();
    }
}

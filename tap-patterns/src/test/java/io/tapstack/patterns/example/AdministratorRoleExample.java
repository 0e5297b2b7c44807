package io.tapstack.patterns.example;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.AdministratorRole;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedLogGroup;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Stores, and a role for those who look after them without reading what is in them. */
final class AdministratorRoleExample {

    private AdministratorRoleExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of orders")
                .alias("orders")
                .build();
        EncryptedTable table = EncryptedTable.builder("OrderTable")
                .partitionKey("orderId")
                .key(key)
                .build();
        EncryptedBucket bucket = EncryptedBucket.builder("OrderBucket").key(key).build();
        EncryptedLogGroup group = EncryptedLogGroup.builder("OrderLogGroup")
                .name("/orders/audit")
                .key(key)
                .build();
        AlertTopic alerts = AlertTopic.builder("Alerts").key(key).build();
        AlarmSet alarms = AlarmSet.builder(alerts).build();
        AdministratorRole administrator =
                AdministratorRole.builder("AdministratorRole").build();
        return SecureStack.builder(conventions)
                .description("Stores, and a role for those who look after them")
                .addPresets(key, table, bucket, group, alerts, alarms, administrator)
                .addOutputs(Output.builder("AdministratorRoleArn", administrator.arn())
                        .build())
                .build();
    }
}

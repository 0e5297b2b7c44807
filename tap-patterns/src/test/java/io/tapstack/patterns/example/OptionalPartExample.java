package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.OptionalPart;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A table of orders, and a function that counts them if whoever creates the stack wants to pay for it. */
final class OptionalPartExample {

    private OptionalPartExample() {}

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
        IsolatedNetwork network =
                IsolatedNetwork.builder("Vpc").name("orders").key(key).build();
        EncryptedTable orders = EncryptedTable.builder("OrderTable")
                .name("orders")
                .partitionKey("orderId")
                .key(key)
                .build();
        EncryptedQueue failures = EncryptedQueue.builder("FailedCountQueue")
                .name("failed-counts")
                .key(key)
                .build();
        PrivateLambda counter = PrivateLambda.builder("OrderCounter")
                .name("order-counter")
                .code("def handler(event, context):\n    raise NotImplementedError\n")
                .network(network)
                .key(key)
                .addAccesses(orders.read())
                .failureQueue(failures)
                .build();
        OptionalPart counting = OptionalPart.builder("EnableCounting")
                .description("Count orders")
                .conditionName("CountOrders")
                .heading("Counting of orders")
                .addPresets(counter)
                .build();
        return SecureStack.builder(conventions)
                .description("Orders, counted if that is wanted")
                .addPresets(key, network, EndpointSet.builder(network).build(), orders, failures, counting)
                .addPresets(ComplianceMonitor.of(key))
                .build();
    }
}

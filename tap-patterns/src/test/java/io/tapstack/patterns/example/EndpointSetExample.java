package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Endpoints of a network: the one of DynamoDB, since its function writes to a table, and no other. */
final class EndpointSetExample {

    private EndpointSetExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        IsolatedNetwork network =
                IsolatedNetwork.builder("Vpc").name("orders").key(key).build();
        EncryptedTable table = EncryptedTable.builder("OrderTable")
                .partitionKey("orderId")
                .key(key)
                .build();
        EncryptedQueue failed =
                EncryptedQueue.builder("FailedOrderQueue").key(key).build();
        PrivateLambda writer = PrivateLambda.builder("OrderWriter")
                .code("def handler(event, context):\n    raise NotImplementedError\n")
                .addAccesses(table.put())
                .network(network)
                .key(key)
                .failureQueue(failed)
                .build();
        EndpointSet endpoints = EndpointSet.builder(network).build();
        return SecureStack.builder(conventions)
                .description("A function that reaches a table and nothing else")
                .addPresets(key, network, endpoints, table, failed, writer)
                .build();
    }
}

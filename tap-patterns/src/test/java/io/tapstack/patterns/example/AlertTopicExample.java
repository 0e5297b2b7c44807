package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A topic to which a private function publishes, read by whoever the parameter AlertEmail names. */
final class AlertTopicExample {

    private AlertTopicExample() {}

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
        EndpointSet endpoints = EndpointSet.builder(network).build();
        EncryptedQueue failures = EncryptedQueue.builder("Failures").key(key).build();
        AlertTopic alerts =
                AlertTopic.builder("Alerts").key(key).emailByParameter(true).build();
        PrivateLambda auditor = PrivateLambda.builder("Auditor")
                .code("def handler(event, context):\n    return None\n")
                .network(network)
                .key(key)
                .failureQueue(failures)
                .addAccesses(alerts.publish())
                .build();
        return SecureStack.builder(conventions)
                .description("A function that audits orders and tells what it finds")
                .addPresets(key, network, endpoints, failures, alerts, auditor)
                .build();
    }
}

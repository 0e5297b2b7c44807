package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.AlarmKinds;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Alarms on a private function and on the queue of what it could not process. */
final class AlarmSetExample {

    private AlarmSetExample() {}

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
        EncryptedQueue failures = EncryptedQueue.builder("Failures").key(key).build();
        PrivateLambda worker = PrivateLambda.builder("Worker")
                .code("def handler(event, context):\n    return None\n")
                .network(network)
                .key(key)
                .failureQueue(failures)
                .build();
        AlertTopic alerts = AlertTopic.builder("Alerts").key(key).build();
        AlarmSet alarms = AlarmSet.builder(alerts)
                .putThresholds(AlarmKinds.FUNCTION_ERRORS, 5.0)
                .build();
        return SecureStack.builder(conventions)
                .description("A function, its failures, and alarms on both")
                .addPresets(key, network, failures, worker, alerts, alarms)
                .build();
    }
}

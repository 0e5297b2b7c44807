package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateDatabase;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A database whose password rotates every thirty days. */
final class PrivateDatabaseExample {

    private PrivateDatabaseExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of the payments")
                .alias("payments")
                .build();
        IsolatedNetwork network =
                IsolatedNetwork.builder("Vpc").name("payments").key(key).build();
        PrivateDatabase database = PrivateDatabase.builder("Database")
                .name("payments")
                .network(network)
                .key(key)
                .build();
        return SecureStack.builder(StackConventions.builder(suffix).build())
                .description("A database for payments")
                .addPresets(key, network, EndpointSet.builder(network).build(), database)
                .build();
    }
}

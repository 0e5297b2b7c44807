package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Two networks without a way to the internet: one for orders, one for partners. */
final class IsolatedNetworkExample {

    private IsolatedNetworkExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        IsolatedNetwork orders =
                IsolatedNetwork.builder("Vpc").name("orders").key(key).build();
        IsolatedNetwork partners = IsolatedNetwork.builder("PartnerVpc")
                .idPrefix("Partner")
                .name("partners")
                .addressPrefix("10.1")
                .subnets(2)
                .key(key)
                .build();
        return SecureStack.builder(conventions)
                .description("Two isolated networks")
                .addPresets(key, orders, partners)
                .build();
    }
}

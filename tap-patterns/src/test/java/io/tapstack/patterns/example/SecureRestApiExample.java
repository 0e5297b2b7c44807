package io.tapstack.patterns.example;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.ApiRoute;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.HttpMethod;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.JsonSchema;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureRestApi;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** An API inside a private network that takes orders. */
final class SecureRestApiExample {

    private SecureRestApiExample() {}

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
        PrivateLambda taker = PrivateLambda.builder("OrderTaker")
                .code("def handler(event, context):\n    return {'statusCode': 202, 'body': '{}'}\n")
                .timeout(20)
                .network(network)
                .key(key)
                .failureQueue(failures)
                .build();
        JsonSchema order = JsonSchema.object()
                .required("orderId", JsonSchema.string().pattern("^[A-Za-z0-9-]{1,36}$"))
                .required("amount", JsonSchema.string().pattern("^[0-9]{1,12}\\.[0-9]{2}$"));
        SecureRestApi api = SecureRestApi.builder("OrderApi")
                .key(key)
                .addRoutes(ApiRoute.of(HttpMethod.POST, "/orders", taker, order))
                .addClientNetworks(Value.of("10.0.1.0/24"))
                .build();
        return SecureStack.builder(conventions)
                .description("An API inside a private network that takes orders")
                .addPresets(key, network, endpoints, failures, taker, api)
                .addOutputs(Output.builder("ApiEndpoint", api.url()).build())
                .build();
    }
}

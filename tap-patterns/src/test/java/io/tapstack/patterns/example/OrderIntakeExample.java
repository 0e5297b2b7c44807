package io.tapstack.patterns.example;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.EventSource;
import io.tapstack.patterns.preset.FunctionCode;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** Orders come in by a queue; a function in two zones signs them and keeps them in a table and a bucket. */
public final class OrderIntakeExample {

    private OrderIntakeExample() {}

    public static SecureStack stack() {
        Parameter suffix =
                Parameter.string("Suffix").allowedPattern("[a-z0-9]{1,12}").build();
        CustomerManagedKey key = CustomerManagedKey.builder("OrderKey").build();
        IsolatedNetwork network =
                IsolatedNetwork.builder("Vpc").name("order").subnets(2).key(key).build();
        EndpointSet endpoints = EndpointSet.builder(network).build();
        EncryptedTable table = EncryptedTable.builder("OrderTable")
                .partitionKey("orderId")
                .key(key)
                .build();
        EncryptedBucket bucket = EncryptedBucket.builder("OrderBucket").key(key).build();
        EncryptedQueue failed =
                EncryptedQueue.builder("FailedOrderQueue").key(key).build();
        EncryptedQueue orders = EncryptedQueue.builder("OrderQueue")
                .deadLetterQueue(failed)
                .key(key)
                .build();
        RotatingSecret secret = RotatingSecret.builder("SigningSecret")
                .name("order-signing")
                .generatedField("signingKey")
                .key(key)
                .withoutRotation(ExceptionRecord.of(
                        "RotationSchedule", "No rotation", "It verifies old signatures", "One reader"))
                .build();
        PrivateLambda intake = PrivateLambda.builder("OrderIntake")
                .code(FunctionCode.resource(OrderIntakeExample.class, "order_intake.py"))
                .network(network)
                .key(key)
                .failureQueue(failed)
                .addEventSources(EventSource.queue(orders))
                .addAccesses(
                        secret.read(), table.put(), bucket.objects("orders/").write())
                .putEnvironment("SIGNING_SECRET_ARN", secret.arn())
                .putEnvironment("TABLE", table.ref())
                .putEnvironment("BUCKET", bucket.ref())
                .build();
        StackConventions conventions = StackConventions.builder(suffix)
                .putTags("Project", Value.of("orders"))
                .build();
        return SecureStack.builder(conventions)
                .description("Orders come in by a queue and are kept in a table and a bucket")
                .addPresets(network, endpoints, key, failed, orders, secret, table, bucket, intake)
                .addOutputs(Output.builder("OrderQueueUrl", orders.ref()).build())
                .build();
    }
}

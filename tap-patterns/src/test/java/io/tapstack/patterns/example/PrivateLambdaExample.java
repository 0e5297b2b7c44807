package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.EventSource;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** A function that runs for each upload and once a day, reads the uploads and counts them in a table. */
final class PrivateLambdaExample {

    private PrivateLambdaExample() {}

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
        EncryptedBucket uploads =
                EncryptedBucket.builder("UploadBucket").key(key).build();
        EncryptedTable counts = EncryptedTable.builder("CountTable")
                .partitionKey("day")
                .key(key)
                .build();
        EncryptedQueue failed =
                EncryptedQueue.builder("FailedUploadQueue").key(key).build();
        PrivateLambda counter = PrivateLambda.builder("UploadCounter")
                .code(
                        "import os\n\n\ndef handler(event, context):\n    raise NotImplementedError(os.environ[\"COUNT_TABLE\"])\n")
                .addEventSources(EventSource.bucket(uploads, "incoming/"), EventSource.schedule("rate(1 day)"))
                .addAccesses(uploads.objects("incoming/").read(), counts.update())
                .putEnvironment("COUNT_TABLE", counts.ref())
                .network(network)
                .key(key)
                .failureQueue(failed)
                .build();
        EndpointSet endpoints = EndpointSet.builder(network).build();
        return SecureStack.builder(conventions)
                .description("Uploads are counted")
                .addPresets(key, network, endpoints, uploads, counts, failed, counter)
                .build();
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import java.util.List;

/** Small stacks that the tests of presets share. */
final class Stacks {

    static final StackConventions CONVENTIONS = StackConventions.builder(Parameter.string("Suffix")
                    .maxLength(20)
                    .allowedPattern("[a-z0-9]+")
                    .build())
            .putTags("Project", Value.of("test"))
            .build();

    static final CustomerManagedKey KEY = CustomerManagedKey.builder("Key")
            .description("Key of the test")
            .alias("test")
            .build();

    static final IsolatedNetwork NETWORK =
            IsolatedNetwork.builder("Vpc").name("test").key(KEY).build();

    static final EncryptedTable TABLE = EncryptedTable.builder("Table")
            .name("items")
            .partitionKey("id")
            .key(KEY)
            .build();

    static final EncryptedStream STREAM =
            EncryptedStream.builder("Stream").name("events").key(KEY).build();

    static final EncryptedQueue QUEUE =
            EncryptedQueue.builder("Queue").name("failures").key(KEY).build();

    private Stacks() {}

    static PrivateLambda function(List<Access> accesses) {
        return PrivateLambda.builder("Worker")
                .name("worker")
                .code("def handler(event, context):\n    return None\n")
                .network(NETWORK)
                .key(KEY)
                .failureQueue(QUEUE)
                .addAllAccesses(accesses)
                .build();
    }

    /** A stack of one function with these accesses, and of what it needs. */
    static Template withFunction(Access... accesses) {
        return of(
                KEY, NETWORK, EndpointSet.builder(NETWORK).build(), TABLE, STREAM, QUEUE, function(List.of(accesses)));
    }

    static Template of(Preset... presets) {
        return SecureStack.builder(CONVENTIONS)
                .description("A stack of the tests")
                .addPresets(presets)
                .build()
                .template();
    }

    static String resource(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .map(Resource::properties)
                .map(Object::toString)
                .orElse("");
    }

    /** A resource as it is written, without line breaks. */
    static String json(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .map(resource -> TemplateWriter.minifiedJson()
                        .write(Template.builder().addResources(resource).build()))
                .orElse("");
    }
}

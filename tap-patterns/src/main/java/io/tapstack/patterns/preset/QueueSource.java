package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.EventSourceMapping;
import io.tapstack.model.aws.lambda.eventsourcemapping.ScalingConfig;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * The messages of a queue: what the function reports as failed, or all of a batch when it throws, is delivered again until the queue
 * moves it to its dead-letter queue.
 *
 * <p>The function answers with the messages that failed, as {@code {"batchItemFailures": [{"itemIdentifier": messageId}]}}; no
 * answer means that all went well. A message can be delivered twice.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with SQS</a>
 */
@Immutable
public abstract non-sealed class QueueSource extends EventSource {

    /** How much longer than a call of the function messages must stay invisible, as Lambda's guide asks. */
    static final int VISIBILITY_FACTOR = 6;

    QueueSource() {}

    /** A builder of a source of this queue's messages. */
    public static Builder builder(EncryptedQueue queue) {
        return new Builder().queue(queue);
    }

    /** The queue; it has a dead-letter queue. */
    public abstract EncryptedQueue queue();

    /** How many messages one call gets at most: 1 to 10,000; more than 10 need a batching window. */
    @Default
    public int batchSize() {
        return 10;
    }

    /** How many seconds Lambda gathers messages before it calls: 0 to 300. */
    @Default
    public int batchingWindowSeconds() {
        return 0;
    }

    /** How many calls may run at once for this queue: 2 to 1,000; as many as the account allows if absent. */
    public abstract OptionalInt maximumConcurrency();

    @Check
    void check() {
        Ranges.require("batchSize", batchSize(), 1, 10_000);
        Ranges.require("batchingWindowSeconds", batchingWindowSeconds(), 0, 300);
        if (batchSize() > 10 && batchingWindowSeconds() == 0) {
            throw new IllegalStateException(
                    "batchingWindowSeconds: a batchSize of " + batchSize() + " needs at least one second");
        }
        maximumConcurrency().ifPresent(calls -> Ranges.require("maximumConcurrency", calls, 2, 1_000));
        if (queue().deadLetterQueue().isEmpty()) {
            throw new IllegalStateException(
                    "queue: " + queue().logicalId()
                            + " has no deadLetterQueue, so a message that always fails would be tried for days and then be lost");
        }
    }

    /** The least seconds that a message must stay invisible while this function works on it. */
    int visibilityTimeout(PrivateLambda function) {
        return VISIBILITY_FACTOR * function.timeout() + batchingWindowSeconds();
    }

    @Override
    String idPart() {
        return "From" + queue().logicalId();
    }

    @Override
    List<Access> pollerAccesses() {
        return List.of(queue().receive());
    }

    @Override
    void check(PrivateLambda function) {
        int least = visibilityTimeout(function);
        queue().visibilityTimeoutSeconds().ifPresent(seconds -> {
            if (seconds < least) {
                throw new IllegalStateException("visibilityTimeoutSeconds: " + seconds + " of " + queue().logicalId()
                        + " are less than " + least + ", " + VISIBILITY_FACTOR + " times the timeout of "
                        + function.logicalId() + " and the batching window");
            }
        });
    }

    @Override
    List<Resource> triggers(PrivateLambda function, StackConventions conventions, List<LogicalId> ready) {
        EventSourceMapping.Builder mapping = EventSourceMapping.builder(
                        function.idPrefix() + idPart(), function.source())
                .functionName(function.ref())
                .eventSourceArn(queue().arn())
                .batchSize(batchSize())
                .functionResponseTypes(Value.of("ReportBatchItemFailures"))
                .options(options -> options.addAllDependsOn(ready));
        if (batchingWindowSeconds() > 0) {
            mapping.maximumBatchingWindowInSeconds(batchingWindowSeconds());
        }
        maximumConcurrency()
                .ifPresent(calls -> mapping.scalingConfig(
                        ScalingConfig.builder().maximumConcurrency(calls).build()));
        return List.of(mapping.build());
    }

    /** Collects the options of a source. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableQueueSource.Builder {

        Builder() {}
    }
}

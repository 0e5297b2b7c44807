package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.EventSourceMapping;
import io.tapstack.model.aws.lambda.eventsourcemapping.DestinationConfig;
import io.tapstack.model.aws.lambda.eventsourcemapping.OnFailure;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * The records of a stream, from the oldest on and in order within a shard.
 *
 * <p>A batch that fails is halved until the record at fault is alone; after the last attempt its place in the stream, not its data,
 * goes to a queue. The function answers with the first record that failed, as
 * {@code {"batchItemFailures": [{"itemIdentifier": sequenceNumber}]}}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda with Kinesis</a>
 */
@Immutable
public abstract non-sealed class StreamSource extends EventSource {

    /** Where in the stream a new function begins. */
    public enum Start {
        /** With the oldest record that the stream still has, so that none is lost. */
        OLDEST("TRIM_HORIZON"),
        /** With what arrives from then on. */
        NEWEST("LATEST");

        private final String text;

        Start(String text) {
            this.text = text;
        }
    }

    StreamSource() {}

    /** A builder of a source of this stream's records. */
    public static Builder builder(EncryptedStream stream) {
        return new Builder().stream(stream);
    }

    /** The stream. */
    public abstract EncryptedStream stream();

    /** Where to begin. */
    @Default
    public Start start() {
        return Start.OLDEST;
    }

    /** How many records one call gets at most: 1 to 10,000. */
    @Default
    public int batchSize() {
        return 100;
    }

    /** How many seconds Lambda gathers records before it calls: 0 to 300. */
    @Default
    public int batchingWindowSeconds() {
        return 0;
    }

    /** How many batches of one shard are worked on at once: 1 to 10; order then holds within a partition key only. */
    @Default
    public int parallelizationFactor() {
        return 1;
    }

    /** Whether a batch that failed is tried again in halves. */
    @Default
    public boolean bisect() {
        return true;
    }

    /** How often a batch is tried again: 0 to 10,000. A shard stands still as long. */
    @Default
    public int retryAttempts() {
        return 5;
    }

    /** How old, in seconds, a record may be that is still tried: 60 to 604,800. */
    @Default
    public int maximumRecordAgeSeconds() {
        return 24 * 3600;
    }

    /** Where the places of records go that could not be processed; the function's own failure queue if absent. */
    public abstract Optional<EncryptedQueue> failureQueue();

    @Check
    void check() {
        Ranges.require("batchSize", batchSize(), 1, 10_000);
        Ranges.require("batchingWindowSeconds", batchingWindowSeconds(), 0, 300);
        Ranges.require("parallelizationFactor", parallelizationFactor(), 1, 10);
        Ranges.require("retryAttempts", retryAttempts(), 0, 10_000);
        Ranges.require("maximumRecordAgeSeconds", maximumRecordAgeSeconds(), 60, 604_800);
    }

    @Override
    String idPart() {
        return "From" + stream().logicalId();
    }

    @Override
    List<Access> pollerAccesses() {
        return failureQueue()
                .map(queue -> List.of(stream().consume(), queue.send()))
                .orElseGet(() -> List.of(stream().consume()));
    }

    @Override
    void check(PrivateLambda function) {
        // Any function may read any stream.
    }

    @Override
    List<Resource> triggers(PrivateLambda function, StackConventions conventions, List<LogicalId> ready) {
        EventSourceMapping.Builder mapping = EventSourceMapping.builder(
                        function.idPrefix() + idPart(), function.source())
                .functionName(function.ref())
                .eventSourceArn(stream().arn())
                .startingPosition(start().text)
                .batchSize(batchSize())
                .parallelizationFactor(parallelizationFactor())
                .bisectBatchOnFunctionError(bisect())
                .maximumRetryAttempts(retryAttempts())
                .maximumRecordAgeInSeconds(maximumRecordAgeSeconds())
                .functionResponseTypes(Value.of("ReportBatchItemFailures"))
                .destinationConfig(DestinationConfig.builder()
                        .onFailure(OnFailure.builder()
                                .destination(failureQueue()
                                        .orElse(function.failureQueue())
                                        .arn())
                                .build())
                        .build())
                .options(options -> options.addAllDependsOn(ready));
        if (batchingWindowSeconds() > 0) {
            mapping.maximumBatchingWindowInSeconds(batchingWindowSeconds());
        }
        return List.of(mapping.build());
    }

    /** Collects the options of a source. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableStreamSource.Builder {

        Builder() {}
    }
}

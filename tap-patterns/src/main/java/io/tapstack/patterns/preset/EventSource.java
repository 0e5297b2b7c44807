package io.tapstack.patterns.preset;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.Access;
import java.util.List;

/**
 * What makes a function run: a queue or a stream, which Lambda polls, a bucket or a clock, which push.
 *
 * <p>Lambda polls with the rights of the function's role but from outside its network; who pushes is let in by a permission that
 * names the source and the account.
 */
public abstract sealed class EventSource permits QueueSource, StreamSource, BucketSource, ScheduleSource {

    EventSource() {}

    /** The messages of a queue, with the defaults of {@link QueueSource}. */
    public static EventSource queue(EncryptedQueue queue) {
        return QueueSource.builder(queue).build();
    }

    /** The records of a stream, with the defaults of {@link StreamSource}. */
    public static EventSource stream(EncryptedStream stream) {
        return StreamSource.builder(stream).build();
    }

    /** New objects of a bucket whose keys start with a prefix, with the defaults of {@link BucketSource}. */
    public static EventSource bucket(EncryptedBucket bucket, String prefix) {
        return BucketSource.builder(bucket, prefix).build();
    }

    /** The clock, such as {@code rate(5 minutes)}. */
    public static EventSource schedule(String expression) {
        return ScheduleSource.builder(expression).build();
    }

    /** What stands in the logical ids of its resources behind those of the function; no two sources of a function share it. */
    abstract String idPart();

    /** What the role must be allowed for Lambda to poll. */
    List<Access> pollerAccesses() {
        return List.of();
    }

    /**
     * Looks at the function that it makes run.
     *
     * @throws IllegalStateException if the two do not fit
     */
    abstract void check(PrivateLambda function);

    /**
     * The resources that connect it with the function.
     *
     * @param ready what must exist before the first event is delivered
     */
    abstract List<Resource> triggers(PrivateLambda function, StackConventions conventions, List<LogicalId> ready);
}

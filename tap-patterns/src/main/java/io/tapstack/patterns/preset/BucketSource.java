package io.tapstack.patterns.preset;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.patterns.access.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * New objects of a bucket whose keys start with a prefix. An event can come twice and out of order; what the function does not
 * process after two more attempts goes to its failure queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">Event notifications</a>
 */
@Immutable
public abstract non-sealed class BucketSource extends EventSource {

    /** How the event reaches the function, which decides what it looks like. */
    public enum Delivery {
        /**
         * Through EventBridge: {@code detail.bucket.name} and {@code detail.object.key}, one object in each event. Others may
         * listen too, and no resource has to know another before both exist.
         */
        EVENTBRIDGE,
        /**
         * From S3 itself: {@code Records[].s3.bucket.name} and {@code Records[].s3.object.key}, with the key encoded as in a URL.
         * S3 asks for the permission before the bucket exists, so it is told the bucket's name as a text.
         */
        DIRECT
    }

    BucketSource() {}

    /** A builder of a source of this bucket's new objects under a prefix, such as {@code incoming/}. */
    public static Builder builder(EncryptedBucket bucket, String prefix) {
        return new Builder().bucket(bucket).prefix(prefix);
    }

    /** The bucket. */
    public abstract EncryptedBucket bucket();

    /** The start of the objects' keys: not empty, so that the function can write elsewhere without calling itself. */
    public abstract String prefix();

    /** How the event reaches the function. */
    @Default
    public Delivery delivery() {
        return Delivery.EVENTBRIDGE;
    }

    @Check
    void check() {
        BucketObjects.requirePrefix(prefix());
    }

    /** Whether S3 itself calls the function. */
    final boolean isDirect() {
        return delivery() == Delivery.DIRECT;
    }

    @Override
    String idPart() {
        return "On" + bucket().logicalId() + BucketObjects.idPart(prefix());
    }

    @Override
    void check(PrivateLambda function) {
        for (Access access : function.accesses()) {
            if (access.target().equals(bucket().logicalId())
                    && access.actions().contains(BucketObjects.PUT)
                    && bucket().writesUnder(access, prefix())) {
                throw new IllegalStateException("accesses: " + access.sid() + " writes where " + prefix()
                        + " is watched, so " + function.logicalId() + " would call itself without end");
            }
        }
    }

    @Override
    List<Resource> triggers(PrivateLambda function, StackConventions conventions, List<LogicalId> ready) {
        PushedEvents pushed = new PushedEvents(function, conventions);
        if (isDirect()) {
            return List.of(pushed.permissionByName(idPart(), "s3.amazonaws.com", bucket().arnByName(conventions)));
        }
        return pushed.byRule(
                idPart(),
                bucket().name() + "-" + BucketObjects.nameParts(prefix()),
                rule -> rule.eventPattern(pattern()),
                ready);
    }

    private Map<String, ?> pattern() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("bucket", Map.of("name", List.of(bucket().ref())));
        detail.put("object", Map.of("key", List.of(Map.of("prefix", prefix()))));
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put("source", List.of("aws.s3"));
        pattern.put("detail-type", List.of("Object Created"));
        pattern.put("detail", detail);
        return pattern;
    }

    /** Collects the options of a source. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableBucketSource.Builder {

        Builder() {}
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.function.Code;
import io.tapstack.model.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An archive in a bucket. */
final class ArchivedCode extends FunctionCode {

    private final Value<String> bucket;
    private final Value<String> key;
    private final Value<String> version;

    ArchivedCode(Value<String> bucket, Value<String> key, Value<String> version) {
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.key = Objects.requireNonNull(key, "key");
        this.version = Objects.requireNonNull(version, "version");
    }

    @Override
    Code property() {
        return Code.builder()
                .s3Bucket(bucket)
                .s3Key(key)
                .s3ObjectVersion(version)
                .build();
    }

    @Override
    void check(PrivateLambda function) {
        // Any runtime, any handler, signed or not.
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArchivedCode that
                && bucket.equals(that.bucket)
                && key.equals(that.key)
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bucket, key, version);
    }

    @Override
    public String toString() {
        return "the archive " + key + " in " + bucket;
    }
}

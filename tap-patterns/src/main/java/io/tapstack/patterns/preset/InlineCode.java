package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.function.Code;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Source code in the template. */
final class InlineCode extends FunctionCode {

    static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

    private final String source;

    InlineCode(String source) {
        this.source = Objects.requireNonNull(source, "source");
        int bytes = source.getBytes(StandardCharsets.UTF_8).length;
        if (source.isBlank()) {
            throw new IllegalArgumentException("source: there is no code");
        }
        if (bytes > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("source: " + bytes + " bytes are more than the " + MAXIMUM_BYTES
                    + " that a template may hold; put an archive into a bucket");
        }
    }

    @Override
    Code property() {
        return Code.builder().zipFile(source).build();
    }

    @Override
    void check(PrivateLambda function) {
        if (!function.runtime().startsWith("python") && !function.runtime().startsWith("nodejs")) {
            throw new IllegalStateException(
                    "runtime: " + function.runtime() + " takes no code from the template; only Python and Node.js do");
        }
        if (!function.handler().startsWith("index.")) {
            throw new IllegalStateException(
                    "handler: " + function.handler() + " is not in index, the one file of code in the template");
        }
        if (function.codeSigningConfig().isPresent()) {
            throw new IllegalStateException(
                    "codeSigningConfig: code in the template cannot be signed; use FunctionCode.archive");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InlineCode that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source.length() + " characters in the template";
    }
}

package io.tapstack.model.template;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named entry of a section other than {@code Resources}: its name, what stands under it, and where it comes from.
 *
 * <p>Two declarations are equal if they are of one kind and have the same name and body; where they come from is no difference.
 */
public abstract sealed class Declaration permits Parameter, Mapping, Rule, Condition, Output {

    private final LogicalId logicalId;
    private final Value<?> body;
    private final SourceLocation source;

    Declaration(LogicalId logicalId, Value<?> body, SourceLocation source) {
        this.logicalId = Objects.requireNonNull(logicalId, "logicalId");
        this.body = Objects.requireNonNull(body, "body");
        this.source = Objects.requireNonNull(source, "source");
    }

    /** The name within the section. */
    public final LogicalId logicalId() {
        return logicalId;
    }

    /** What stands under the name. */
    public final Value<?> body() {
        return body;
    }

    /** Where it comes from. */
    public final SourceLocation source() {
        return source;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Declaration that
                && that.getClass() == getClass()
                && logicalId.equals(that.logicalId)
                && body.equals(that.body);
    }

    @Override
    public final int hashCode() {
        return logicalId.hashCode() * 31 + body.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + logicalId + " " + body;
    }
}

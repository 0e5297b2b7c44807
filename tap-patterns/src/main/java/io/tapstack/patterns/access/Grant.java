package io.tapstack.patterns.access;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.LogicalId;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * An access that a role has been given.
 */
@Immutable
public abstract class Grant {

    Grant() {}

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** The role. */
    public abstract LogicalId role();

    /** What it may do. */
    public abstract Access access();

    /**
     * From where inside a private network the call is made; empty if AWS makes it from outside, as for event sources and failure
     * destinations.
     */
    public abstract Optional<NetworkPlace> calledFrom();

    /** The condition on which the role exists; it exists in any case if there is none. */
    public abstract Optional<Condition> when();

    /** The same grant to a role that exists on a condition. */
    public final Grant on(Condition condition) {
        return new Builder().from(this).when(condition).build();
    }

    /** Collects the parts of a grant. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableGrant.Builder {

        Builder() {}
    }
}

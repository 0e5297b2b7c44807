package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * What the resources of a stack have in common: the suffix of their names, their tags, what becomes of their data.
 */
@Immutable
public abstract class StackConventions {

    StackConventions() {}

    /** A builder of conventions whose names end with the value of this parameter. */
    public static Builder builder(Parameter suffix) {
        return new Builder().suffix(suffix);
    }

    /** The parameter with which all names end. */
    public abstract Parameter suffix();

    /** The tags of every resource that can have any, in order. */
    public abstract Map<String, Value<String>> tags();

    /** What becomes of stored data when it leaves the stack or is replaced. */
    @Default
    public DeletionPolicy dataPolicy() {
        return DeletionPolicy.RETAIN;
    }

    /** What becomes of log groups: the same as of other data unless told otherwise. */
    @Default
    public DeletionPolicy logPolicy() {
        return dataPolicy();
    }

    /**
     * What becomes of everything that holds no data, such as roles, networks and alarms. If absent, nothing is said of it, and
     * CloudFormation deletes it.
     */
    public abstract Optional<DeletionPolicy> otherPolicy();

    /** The condition on which stores are protected from deletion; they are never if there is none. */
    public abstract Optional<Condition> protectWhen();

    @Check
    void check() {
        if (otherPolicy().filter(DeletionPolicy.SNAPSHOT::equals).isPresent()) {
            throw new IllegalArgumentException("otherPolicy: there are no snapshots of what holds no data");
        }
    }

    /** A name that ends with a hyphen and the suffix. */
    public final Sub name(String start) {
        return Sub.concat(Value.of(start + "-"), suffix().ref());
    }

    /** {@code true} under the condition of {@link #protectWhen()}, else {@code false}. */
    final Value<Boolean> protectedFromDeletion() {
        return protectWhen()
                .<Value<Boolean>>map(condition -> condition.choose(Value.of(true), Value.of(false)))
                .orElseGet(() -> Value.of(false));
    }

    /** Collects conventions. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableStackConventions.Builder {

        Builder() {}
    }
}

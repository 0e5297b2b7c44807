package io.tapstack.model.template;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * A part of a template that can be merged with others: what a building block contributes.
 */
@Immutable
public abstract class Fragment {

    Fragment() {}

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** What is written as a comment above its first resource. */
    public abstract Optional<String> heading();

    /** Its parameters, in order. */
    public abstract List<Parameter> parameters();

    /** Its mappings, in order. */
    public abstract List<Mapping> mappings();

    /** Its rules, in order. */
    public abstract List<Rule> rules();

    /** Its conditions, in order. */
    public abstract List<Condition> conditions();

    /** Its resources, in order. */
    public abstract List<Resource> resources();

    /** Its outputs, in order. */
    public abstract List<Output> outputs();

    /** Collects the parts of a fragment. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableFragment.Builder {

        Builder() {}
    }
}

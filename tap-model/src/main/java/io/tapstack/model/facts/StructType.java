package io.tapstack.model.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A structure: one of the property types of the same resource type. */
public final class StructType implements PropertyType {

    private final String name;

    /** A reference to the property type of that name. */
    public StructType(String name) {
        this.name = requireNonNull(name, "name");
    }

    /** The name under which {@link ResourceFacts#type(String)} finds the structure. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructType that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "type:" + name;
    }
}

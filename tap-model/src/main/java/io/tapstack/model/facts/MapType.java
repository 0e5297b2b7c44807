package io.tapstack.model.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A map from names, which the template's author chooses, to values of one type. */
public final class MapType implements PropertyType {

    private final PropertyType element;

    /** A map with the given values. */
    public MapType(PropertyType element) {
        this.element = requireNonNull(element, "element");
    }

    /** The type of each value; keys are strings. */
    public PropertyType element() {
        return element;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MapType that && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return 31 * element.hashCode() + 2;
    }

    @Override
    public String toString() {
        return "map(" + element + ')';
    }
}

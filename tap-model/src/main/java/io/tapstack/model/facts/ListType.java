package io.tapstack.model.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A list whose elements have one type. */
public final class ListType implements PropertyType {

    private final PropertyType element;

    /** A list of the given elements. */
    public ListType(PropertyType element) {
        this.element = requireNonNull(element, "element");
    }

    /** The type of each element. */
    public PropertyType element() {
        return element;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListType that && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return 31 * element.hashCode() + 1;
    }

    @Override
    public String toString() {
        return "list(" + element + ')';
    }
}

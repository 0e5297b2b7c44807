package io.tapstack.model.facts;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One of several types, in the order of the source. */
public final class UnionType implements PropertyType {

    private final List<PropertyType> alternatives;

    /**
     * One of the given types.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public UnionType(List<PropertyType> alternatives) {
        if (alternatives.size() < 2) {
            throw new IllegalArgumentException("a union has at least two alternatives, not " + alternatives);
        }
        this.alternatives = List.copyOf(alternatives);
    }

    /** The types, at least two. */
    public List<PropertyType> alternatives() {
        return alternatives;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnionType that && alternatives.equals(that.alternatives);
    }

    @Override
    public int hashCode() {
        return alternatives.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",", "union(", ")");
        for (PropertyType alternative : alternatives) {
            text.add(alternative.toString());
        }
        return text.toString();
    }
}

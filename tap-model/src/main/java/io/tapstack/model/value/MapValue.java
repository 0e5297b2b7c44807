package io.tapstack.model.value;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object whose member names are data: a map, or free-form JSON.
 *
 * @param <T> what each member is
 */
public final class MapValue<T> implements ObjectValue<Map<String, T>> {

    private final PropertyBag members;

    MapValue(PropertyBag members) {
        this.members = members;
    }

    /** A map with these members, in their order. */
    public static MapValue<Object> ofAny(PropertyBag members) {
        return new MapValue<>(Objects.requireNonNull(members, "members"));
    }

    /** See {@link Value#map(Map)}. */
    static <T> MapValue<T> of(Map<String, ? extends Value<? extends T>> entries) {
        Objects.requireNonNull(entries, "entries");
        return new MapValue<>(Ordered.bag(entries));
    }

    @Override
    public PropertyBag members() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue<?> that && members.equals(that.members());
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}

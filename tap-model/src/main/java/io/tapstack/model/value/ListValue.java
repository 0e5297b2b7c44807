package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of values. Its items may be intrinsic functions, each standing for one item.
 *
 * @param <T> what each item is
 */
public final class ListValue<T> implements Value<List<T>> {

    private final List<Value<?>> items;

    ListValue(List<? extends Value<?>> items) {
        Objects.requireNonNull(items, "items");
        List<Value<?>> copy = new ArrayList<>(items.size());
        for (Value<?> item : items) {
            copy.add(Objects.requireNonNull(item, "items holds null"));
        }
        this.items = Collections.unmodifiableList(copy);
    }

    /** A list of values of any kind, in the order given. */
    public static ListValue<Object> ofAny(List<? extends Value<?>> items) {
        return new ListValue<>(items);
    }

    /** The items, unmodifiable, in order. */
    public List<Value<?>> items() {
        return items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListValue<?> that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}

package io.tapstack.model.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of values. Its items may be intrinsic functions, each standing for one item.
 *
 * @param <T> what each item is
 */
public final class ListValue<T> implements Value<List<T>> {

    private final List<Value<?>> items;

    /** Takes the array as it is: nobody else may have it. */
    private ListValue(Value<?>[] items) {
        for (Value<?> item : items) {
            Objects.requireNonNull(item, "items holds null");
        }
        this.items = new Items(items);
    }

    ListValue(List<? extends Value<?>> items) {
        this(items.toArray(new Value<?>[0]));
    }

    /** A list of these values; takes the array as it is. */
    static <T> ListValue<T> of(Value<?>... items) {
        return new ListValue<>(items);
    }

    /** A list of values of any kind, in the order given. */
    public static ListValue<Object> ofAny(List<? extends Value<?>> items) {
        return new ListValue<>(Objects.requireNonNull(items, "items"));
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

    /** An array as a list that cannot be changed. */
    private static final class Items extends AbstractList<Value<?>> implements RandomAccess {

        private final Value<?>[] items;

        Items(Value<?>[] items) {
            this.items = items;
        }

        @Override
        public Value<?> get(int index) {
            return items[index];
        }

        @Override
        public int size() {
            return items.length;
        }

        @Override
        public Object[] toArray() {
            return Arrays.copyOf(items, items.length, Object[].class);
        }
    }
}

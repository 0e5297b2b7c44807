package io.tapstack.model.value;

import java.util.List;

/**
 * One member of a list.
 *
 * @param <T> what the member is
 */
public final class Select<T> extends Intrinsic<T> {

    Select(Value<?> argument) {
        super("Fn::Select", argument);
    }

    /**
     * The member at a position, from 0.
     *
     * @throws IllegalArgumentException if the position is negative
     */
    public static <T> Select<T> of(int index, Value<List<T>> list) {
        if (index < 0) {
            throw new IllegalArgumentException("index: " + index + " is negative");
        }
        return of(Value.of(index), list);
    }

    /** The member at a position that is a value itself. */
    public static <T> Select<T> of(Value<Integer> index, Value<List<T>> list) {
        return new Select<>(ListValue.of(index, list));
    }
}

package io.tapstack.model.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Anything that can stand where a template expects a {@code T}: a literal, a list, an object or an intrinsic function that
 * yields one when CloudFormation evaluates it.
 *
 * <p>The type parameter is what CloudFormation will see after evaluation: {@code Ref} to a string parameter is a
 * {@code Value<String>}. It exists for the compiler only; nothing is cast to it.
 *
 * @param <T> what the value is once CloudFormation has evaluated it
 */
public sealed interface Value<T> permits Literal, ListValue, ObjectValue, Intrinsic {

    /** A string as it stands. */
    static Value<String> of(String text) {
        return Literal.of(text);
    }

    /** A whole number. */
    static Value<Integer> of(int number) {
        return Literal.of(number);
    }

    /** A whole number that may exceed the range of {@code int}. */
    static Value<Long> of(long number) {
        return Literal.of(number);
    }

    /** A number. NaN and infinities have no place in a template and are refused. */
    static Value<Double> of(double number) {
        return Literal.of(number);
    }

    /** {@code true} or {@code false}. */
    static Value<Boolean> of(boolean flag) {
        return Literal.of(flag);
    }

    /** A list of values, in the order given. */
    @SafeVarargs
    static <T> Value<List<T>> list(Value<? extends T>... items) {
        return ListValue.of(items.clone());
    }

    /** A list of values, in the order given. */
    static <T> Value<List<T>> list(List<? extends Value<? extends T>> items) {
        return new ListValue<>(Objects.requireNonNull(items, "items"));
    }

    /** A list of literal strings, in the order given. */
    static Value<List<String>> strings(String... items) {
        Value<?>[] values = new Value<?>[items.length];
        for (int i = 0; i < items.length; i++) {
            values[i] = Literal.of(items[i]);
        }
        return ListValue.of(values);
    }

    /**
     * A map of values. A {@link java.util.LinkedHashMap} or {@link java.util.SortedMap} keeps its order, any other map is sorted
     * by key, so that the same input always gives the same template.
     */
    static <T> Value<Map<String, T>> map(Map<String, ? extends Value<? extends T>> entries) {
        return MapValue.of(entries);
    }

    /**
     * Free-form JSON from plain Java: {@code Map}, {@code Iterable}, {@code String}, {@code Number}, {@code Boolean} and
     * {@code Value}s, nested as one likes.
     *
     * @throws IllegalArgumentException if a part is of another class
     */
    static Value<?> json(Object plain) {
        return PlainJson.toValue(plain);
    }
}

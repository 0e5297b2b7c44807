package io.tapstack.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns plain Java collections into values. */
final class PlainJson {

    private PlainJson() {}

    static Value<?> toValue(Object plain) {
        Objects.requireNonNull(plain, "plain");
        if (plain instanceof Value<?> value) {
            return value;
        }
        if (plain instanceof String text) {
            return Literal.of(text);
        }
        if (plain instanceof Boolean flag) {
            return Literal.of(flag.booleanValue());
        }
        if (plain instanceof Number number) {
            return number(number);
        }
        if (plain instanceof Map<?, ?> map) {
            return object(map);
        }
        if (plain instanceof Iterable<?> items) {
            List<Value<?>> values = new ArrayList<>();
            for (Object item : items) {
                values.add(toValue(item));
            }
            return new ListValue<Object>(values);
        }
        throw new IllegalArgumentException("plain: a " + plain.getClass().getName() + " has no counterpart in JSON");
    }

    private static Value<?> number(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return Literal.of(number.intValue());
        }
        if (number instanceof Long) {
            return Literal.of(number.longValue());
        }
        if (number instanceof Double || number instanceof Float) {
            return Literal.of(new BigDecimal(number.toString()));
        }
        if (number instanceof BigInteger whole) {
            return Literal.of(new BigDecimal(whole));
        }
        if (number instanceof BigDecimal decimal) {
            return Literal.of(decimal);
        }
        throw new IllegalArgumentException("plain: a " + number.getClass().getName() + " has no counterpart in JSON");
    }

    private static Value<?> object(Map<?, ?> map) {
        PropertyBag.Builder members = PropertyBag.builder();
        for (Map.Entry<?, ?> entry : Ordered.entries(map)) {
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("plain: the key " + entry.getKey() + " is not a string");
            }
            members.put(name, toValue(entry.getValue()));
        }
        return new MapValue<Object>(members.build());
    }
}

package io.tapstack.model.io;

import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as plain maps, lists, strings, booleans and {@code BigDecimal}s: what every parser has to give back. */
final class PlainTree {

    private PlainTree() {}

    static Object of(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.isNumber() ? new BigDecimal(literal.text()) : literal.content();
        }
        if (value instanceof Intrinsic<?> function) {
            return Map.of(function.functionName(), of(function.argument()));
        }
        if (value instanceof ListValue<?> list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(of(item)));
            return items;
        }
        return of(((ObjectValue<?>) value).members());
    }

    static Map<String, Object> of(PropertyBag bag) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : bag.names()) {
            members.put(name, of(bag.get(name).orElseThrow()));
        }
        return members;
    }
}

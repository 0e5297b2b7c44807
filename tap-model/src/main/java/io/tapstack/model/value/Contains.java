package io.tapstack.model.value;

import java.util.List;

/** True if a list of texts holds a value; for use in rules only. */
public final class Contains extends Intrinsic<Boolean> {

    Contains(Value<?> argument) {
        super("Fn::Contains", argument);
    }

    /** Looks a value up in a list. */
    public static Contains of(Value<List<String>> list, Value<?> value) {
        return new Contains(ListValue.ofAny(List.of(list, value)));
    }
}

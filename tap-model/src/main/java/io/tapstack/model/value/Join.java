package io.tapstack.model.value;

import java.util.List;

/** Texts put one behind the other with a delimiter between them. */
public final class Join extends Intrinsic<String> {

    Join(Value<?> argument) {
        super("Fn::Join", argument);
    }

    /** Joins the members of a list. */
    public static Join of(String delimiter, Value<List<String>> values) {
        return new Join(ListValue.of(Literal.of(delimiter), values));
    }

    /** Joins values. */
    @SafeVarargs
    public static Join of(String delimiter, Value<String>... values) {
        return of(delimiter, Value.list(values));
    }
}

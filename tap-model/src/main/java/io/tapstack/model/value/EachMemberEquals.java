package io.tapstack.model.value;

import java.util.List;

/** True if every member of a list equals a value; for use in rules only. */
public final class EachMemberEquals extends Intrinsic<Boolean> {

    EachMemberEquals(Value<?> argument) {
        super("Fn::EachMemberEquals", argument);
    }

    /** Compares each member with a value. */
    public static EachMemberEquals of(Value<List<String>> list, Value<?> value) {
        return new EachMemberEquals(ListValue.ofAny(List.of(list, value)));
    }
}

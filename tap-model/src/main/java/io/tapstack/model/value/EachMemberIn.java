package io.tapstack.model.value;

import java.util.List;

/** True if every member of a list is a member of another; for use in rules only. */
public final class EachMemberIn extends Intrinsic<Boolean> {

    EachMemberIn(Value<?> argument) {
        super("Fn::EachMemberIn", argument);
    }

    /** Looks each member up in another list. */
    public static EachMemberIn of(Value<List<String>> list, Value<List<String>> allowed) {
        return new EachMemberIn(ListValue.ofAny(List.of(list, allowed)));
    }
}

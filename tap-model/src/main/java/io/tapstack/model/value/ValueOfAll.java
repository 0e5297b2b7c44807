package io.tapstack.model.value;

import java.util.List;

/** The attribute values of all parameters of a type, such as the VPC of a subnet; for use in rules only. */
public final class ValueOfAll extends Intrinsic<List<String>> {

    ValueOfAll(Value<?> argument) {
        super("Fn::ValueOfAll", argument);
    }

    /** Looks the attribute up. */
    public static ValueOfAll of(String parameterType, String attribute) {
        return new ValueOfAll(Value.strings(parameterType, attribute));
    }
}

package io.tapstack.model.value;

import java.util.List;

/** True if the condition does not hold. */
public final class Not extends Intrinsic<Boolean> {

    Not(Value<?> argument) {
        super("Fn::Not", argument);
    }

    /** The contrary of a condition. */
    public static Not of(Value<Boolean> condition) {
        return new Not(Value.list(List.of(condition)));
    }
}

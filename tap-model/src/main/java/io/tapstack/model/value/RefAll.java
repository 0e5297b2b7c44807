package io.tapstack.model.value;

import java.util.List;

/** The values of all parameters of a type; for use in rules only. */
public final class RefAll extends Intrinsic<List<String>> {

    RefAll(Value<?> argument) {
        super("Fn::RefAll", argument);
    }

    /** All parameters of a type, such as {@code AWS::EC2::VPC::Id}. */
    public static RefAll of(String parameterType) {
        return new RefAll(Literal.of(parameterType));
    }
}

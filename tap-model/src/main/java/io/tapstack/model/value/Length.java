package io.tapstack.model.value;

import java.util.List;

/** How many members a list has; needs {@code AWS::LanguageExtensions}. */
public final class Length extends Intrinsic<Integer> {

    Length(Value<?> argument) {
        super("Fn::Length", argument);
    }

    /** Counts the members. */
    public static Length of(Value<? extends List<?>> list) {
        return new Length(list);
    }
}

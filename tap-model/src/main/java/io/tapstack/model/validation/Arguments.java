package io.tapstack.model.validation;

import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of functions. */
public final class Arguments {

    private Arguments() {}

    /** How many arguments there are: the items of a list, else one. */
    public static int count(Intrinsic<?> function) {
        return function.argument() instanceof ListValue<?> list ? list.items().size() : 1;
    }

    /** An argument by its position; null if there are fewer. */
    public static @Nullable Value<?> at(Intrinsic<?> function, int index) {
        return function.argument(index);
    }

    /** An argument that is a literal, as text; null if it is none. */
    public static @Nullable String text(Intrinsic<?> function, int index) {
        return at(function, index) instanceof Literal<?> literal ? literal.text() : null;
    }

    /** Whether a value is {@code AWS::NoValue}, which takes away what it stands for. */
    public static boolean isNoValue(Value<?> value) {
        return value instanceof Ref<?> ref && ref.target().equals("AWS::NoValue");
    }
}

package io.tapstack.model.value;

/** True if two values are the same text; upper and lower case differ. */
public final class Equals extends Intrinsic<Boolean> {

    Equals(Value<?> argument) {
        super("Fn::Equals", argument);
    }

    /** Compares two values. */
    public static Equals of(Value<?> left, Value<?> right) {
        return new Equals(ListValue.of(left, right));
    }

    /** Compares a value with a text. */
    public static Equals of(Value<?> left, String right) {
        return of(left, Literal.of(right));
    }
}

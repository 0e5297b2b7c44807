package io.tapstack.model.value;

import java.util.function.UnaryOperator;

/**
 * One of two values, as a condition decides.
 *
 * @param <T> what both values are
 */
public final class If<T> extends Intrinsic<T> {

    private final LogicalId condition;
    private final Value<T> whenTrue;
    private final Value<T> whenFalse;

    private If(LogicalId condition, Value<T> whenTrue, Value<T> whenFalse) {
        super("Fn::If", ListValue.of(Literal.of(condition.name()), whenTrue, whenFalse));
        this.condition = condition;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
    }

    /** Chooses by a condition of the same template. */
    public static <T> If<T> of(LogicalId condition, Value<T> whenTrue, Value<T> whenFalse) {
        return new If<>(condition, whenTrue, whenFalse);
    }

    /** The value if the condition holds, else none at all. */
    public static <T> If<T> orNoValue(LogicalId condition, Value<T> whenTrue) {
        return new If<>(condition, whenTrue, PseudoParameter.noValue());
    }

    /** The same choice between other values, made of these. */
    @SuppressWarnings("unchecked")
    <U> If<U> map(UnaryOperator<Value<?>> change) {
        return new If<>(condition, (Value<U>) change.apply(whenTrue), (Value<U>) change.apply(whenFalse));
    }

    /** The condition. */
    public LogicalId condition() {
        return condition;
    }

    /** The value if the condition holds. */
    public Value<T> whenTrue() {
        return whenTrue;
    }

    /** The value if it does not hold. */
    public Value<T> whenFalse() {
        return whenFalse;
    }
}

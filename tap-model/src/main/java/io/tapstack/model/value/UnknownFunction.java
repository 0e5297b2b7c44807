package io.tapstack.model.value;

/**
 * A function that this library does not know, or a known one with arguments that do not fit it: kept as it stands, and reported.
 *
 * @param <T> what it is expected to give
 */
public final class UnknownFunction<T> extends Intrinsic<T> {

    private UnknownFunction(String functionName, Value<?> argument) {
        super(functionName, argument);
    }

    /** A function by its name in JSON, such as {@code Fn::New}. */
    public static <T> UnknownFunction<T> of(String functionName, Value<?> argument) {
        return new UnknownFunction<>(functionName, argument);
    }
}

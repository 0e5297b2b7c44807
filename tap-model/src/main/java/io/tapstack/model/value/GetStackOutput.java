package io.tapstack.model.value;

/**
 * An output of another stack, without an export.
 *
 * @param <T> what the output is
 */
public final class GetStackOutput<T> extends Intrinsic<T> {

    GetStackOutput(Value<?> argument) {
        super("Fn::GetStackOutput", argument);
    }

    /** An output by the names of its stack and itself. */
    public static <T> GetStackOutput<T> of(Value<String> stackName, Value<String> outputName) {
        return new GetStackOutput<>(MapValue.ofAny(PropertyBag.builder()
                .put("StackName", stackName)
                .put("OutputName", outputName)
                .build()));
    }

    /** An output with any of the function's arguments. */
    public static <T> GetStackOutput<T> of(PropertyBag arguments) {
        return new GetStackOutput<>(MapValue.ofAny(arguments));
    }
}

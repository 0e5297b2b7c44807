package io.tapstack.model.value;

/**
 * An output that another stack of the account and region exports.
 *
 * @param <T> what the output is
 */
public final class ImportValue<T> extends Intrinsic<T> {

    ImportValue(Value<?> argument) {
        super("Fn::ImportValue", argument);
    }

    /** An output by its export name. */
    public static <T> ImportValue<T> of(Value<String> exportName) {
        return new ImportValue<>(exportName);
    }
}

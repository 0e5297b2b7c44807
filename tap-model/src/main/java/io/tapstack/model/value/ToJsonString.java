package io.tapstack.model.value;

/** An object or list as JSON text; needs {@code AWS::LanguageExtensions}. */
public final class ToJsonString extends Intrinsic<String> {

    ToJsonString(Value<?> argument) {
        super("Fn::ToJsonString", argument);
    }

    /** Writes a value as text. */
    public static ToJsonString of(Value<?> value) {
        return new ToJsonString(value);
    }
}

package io.tapstack.model.value;

/** A text in Base64, as user data of instances wants it. */
public final class Base64 extends Intrinsic<String> {

    Base64(Value<?> argument) {
        super("Fn::Base64", argument);
    }

    /** Encodes a text. */
    public static Base64 of(Value<String> text) {
        return new Base64(text);
    }
}

package io.tapstack.model.value;

import java.util.List;

/** The pieces of a text between delimiters. */
public final class Split extends Intrinsic<List<String>> {

    Split(Value<?> argument) {
        super("Fn::Split", argument);
    }

    /** Splits a text. */
    public static Split of(String delimiter, Value<String> text) {
        return new Split(ListValue.ofAny(List.of(Literal.of(delimiter), text)));
    }
}

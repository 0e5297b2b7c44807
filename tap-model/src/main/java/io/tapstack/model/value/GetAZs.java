package io.tapstack.model.value;

import java.util.List;

/** The availability zones of a region, in an order that differs from account to account. */
public final class GetAZs extends Intrinsic<List<String>> {

    GetAZs(Value<?> argument) {
        super("Fn::GetAZs", argument);
    }

    /** The zones of a region; of the stack's own if the text is empty. */
    public static GetAZs of(Value<String> region) {
        return new GetAZs(region);
    }
}

package io.tapstack.model.value;

/**
 * What a macro makes of its parameters, put in the place where it stands.
 *
 * @param <T> what the macro gives
 */
public final class Transform<T> extends Intrinsic<T> {

    Transform(Value<?> argument) {
        super("Fn::Transform", argument);
    }

    /** Calls a macro. */
    public static <T> Transform<T> of(String macro, PropertyBag parameters) {
        return new Transform<>(MapValue.ofAny(PropertyBag.builder()
                .put("Name", Literal.of(macro))
                .put("Parameters", MapValue.ofAny(parameters))
                .build()));
    }
}

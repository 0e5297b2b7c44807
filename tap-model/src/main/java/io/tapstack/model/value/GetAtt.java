package io.tapstack.model.value;

import java.util.Objects;

/**
 * An attribute of a resource of the same template, such as its ARN.
 *
 * <p>The generated resource classes have a method for each attribute; this is what they return.
 *
 * @param <T> what the attribute is
 */
public final class GetAtt<T> extends Intrinsic<T> {

    private final LogicalId target;
    private final Value<String> attribute;

    private GetAtt(LogicalId target, Value<String> attribute) {
        super("Fn::GetAtt", ListValue.of(Literal.of(target.name()), attribute));
        this.target = target;
        this.attribute = attribute;
    }

    /** An attribute by its name, with dots where it is nested: {@code Endpoint.Address}. */
    public static <T> GetAtt<T> of(LogicalId target, String attribute) {
        Objects.requireNonNull(target, "target");
        return new GetAtt<>(target, Literal.of(Objects.requireNonNull(attribute, "attribute")));
    }

    /** An attribute whose name a function yields. */
    public static <T> GetAtt<T> of(LogicalId target, Value<String> attribute) {
        Objects.requireNonNull(target, "target");
        return new GetAtt<>(target, Objects.requireNonNull(attribute, "attribute"));
    }

    /** The resource. */
    public LogicalId target() {
        return target;
    }

    /** The name of the attribute: nearly always a {@link Literal}. */
    public Value<String> attribute() {
        return attribute;
    }
}

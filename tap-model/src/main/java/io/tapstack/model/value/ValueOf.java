package io.tapstack.model.value;

/** An attribute value of a parameter, such as the VPC of a subnet; for use in rules only. */
public final class ValueOf extends Intrinsic<String> {

    ValueOf(Value<?> argument) {
        super("Fn::ValueOf", argument);
    }

    /** Looks the attribute up. */
    public static ValueOf of(LogicalId parameter, String attribute) {
        return new ValueOf(Value.strings(parameter.name(), attribute));
    }
}

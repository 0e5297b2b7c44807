package io.tapstack.model.value;

/** True if all of the conditions hold: two to ten of them. */
public final class And extends Intrinsic<Boolean> {

    And(Value<?> argument) {
        super("Fn::And", argument);
    }

    /**
     * Combines conditions.
     *
     * @throws IllegalArgumentException unless there are two to ten, as CloudFormation demands
     */
    @SafeVarargs
    public static And of(Value<Boolean>... conditions) {
        if (conditions.length < 2 || conditions.length > 10) {
            throw new IllegalArgumentException("conditions: Fn::And takes two to ten, not " + conditions.length);
        }
        return new And(Value.list(conditions));
    }
}

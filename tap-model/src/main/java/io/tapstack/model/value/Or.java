package io.tapstack.model.value;

/** True if at least one of the conditions hold: two to ten of them. */
public final class Or extends Intrinsic<Boolean> {

    Or(Value<?> argument) {
        super("Fn::Or", argument);
    }

    /**
     * Combines conditions.
     *
     * @throws IllegalArgumentException unless there are two to ten, as CloudFormation demands
     */
    @SafeVarargs
    public static Or of(Value<Boolean>... conditions) {
        if (conditions.length < 2 || conditions.length > 10) {
            throw new IllegalArgumentException("conditions: Fn::Or takes two to ten, not " + conditions.length);
        }
        return new Or(Value.list(conditions));
    }
}

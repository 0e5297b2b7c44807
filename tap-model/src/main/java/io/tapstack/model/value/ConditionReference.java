package io.tapstack.model.value;

/** A condition of the same template, by its name. */
public final class ConditionReference extends Intrinsic<Boolean> {

    private final LogicalId target;

    ConditionReference(LogicalId target) {
        super("Condition", Literal.of(target.name()));
        this.target = target;
    }

    /** A reference to a condition. */
    public static ConditionReference to(LogicalId condition) {
        return new ConditionReference(condition);
    }

    /** The condition. */
    public LogicalId target() {
        return target;
    }
}

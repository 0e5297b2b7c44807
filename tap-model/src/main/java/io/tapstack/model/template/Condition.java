package io.tapstack.model.template;

import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.If;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;

/**
 * A named truth over parameters, which decides whether resources and outputs exist and what {@link If} chooses.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html">Conditions</a>
 */
public final class Condition extends Declaration {

    private Condition(LogicalId logicalId, Value<?> expression, SourceLocation source) {
        super(logicalId, expression, source);
    }

    /** A condition. */
    public static Condition of(String logicalId, Value<Boolean> expression) {
        return new Condition(LogicalId.of(logicalId), expression, SourceLocation.ofCaller());
    }

    /** A condition as it stands in a template. */
    public static Condition of(LogicalId logicalId, Value<?> expression, SourceLocation source) {
        return new Condition(logicalId, expression, source);
    }

    /** This condition as a part of another. */
    public ConditionReference ref() {
        return ConditionReference.to(logicalId());
    }

    /** One of two values, as this condition decides. */
    public <T> If<T> choose(Value<T> whenTrue, Value<T> whenFalse) {
        return If.of(logicalId(), whenTrue, whenFalse);
    }

    /** The value if this condition holds, else none at all. */
    public <T> If<T> orNoValue(Value<T> whenTrue) {
        return If.orNoValue(logicalId(), whenTrue);
    }
}

package io.tapstack.model.iam;

import io.tapstack.model.value.Value;
import java.util.List;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** One comparison that must hold for a statement to apply. */
@Immutable(builder = false)
public abstract class PolicyCondition {

    PolicyCondition() {}

    /** A comparison; with several values one of them must match. */
    @SafeVarargs
    public static PolicyCondition of(ConditionOperator operator, String key, Value<String>... values) {
        return ImmutablePolicyCondition.of(operator, key, List.of(values));
    }

    /** A comparison; with several values one of them must match. */
    public static PolicyCondition of(ConditionOperator operator, String key, List<Value<String>> values) {
        return ImmutablePolicyCondition.of(operator, key, values);
    }

    /** How it compares. */
    @Parameter
    public abstract ConditionOperator operator();

    /** The key of the request's context, such as {@code kms:ViaService}. */
    @Parameter
    public abstract String key();

    /** The values, of which one must match. */
    @Parameter
    public abstract List<Value<String>> values();
}

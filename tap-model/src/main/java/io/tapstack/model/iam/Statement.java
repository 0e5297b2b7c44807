package io.tapstack.model.iam;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Derived;
import org.immutables.value.Value.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy: who may or may not do what to which resources, and on which conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
@Immutable
public abstract class Statement implements ObjectValue<Statement> {

    Statement() {}

    /** A statement that allows. */
    public static Builder allow(String sid) {
        return new Builder().sid(sid).effect(Effect.ALLOW);
    }

    /** A statement that denies. */
    public static Builder deny(String sid) {
        return new Builder().sid(sid).effect(Effect.DENY);
    }

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this statement. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Its name within the policy: ASCII letters and digits. */
    public abstract Optional<String> sid();

    /** Whether it allows or denies. */
    public abstract Effect effect();

    /** Who; none in identity policies. */
    public abstract List<Principal> principals();

    /** The actions, such as {@code dynamodb:PutItem}. */
    public abstract List<String> actions();

    /** The ARNs that it speaks of; none in trust policies. */
    public abstract List<Value<String>> resources();

    /** What must hold besides; all of it. */
    public abstract List<PolicyCondition> conditions();

    @Override
    @Derived
    @Auxiliary
    public PropertyBag members() {
        PropertyBag.Builder members = PropertyBag.builder();
        sid().ifPresent(sid -> members.put("Sid", Literal.of(sid)));
        members.put("Effect", Literal.of(effect().text()));
        if (!principals().isEmpty()) {
            members.put("Principal", principalValue());
        }
        List<Value<String>> actionValues = new ArrayList<>();
        for (String action : actions()) {
            actionValues.add(Literal.of(action));
        }
        members.put("Action", oneOrList(actionValues));
        if (!resources().isEmpty()) {
            members.put("Resource", oneOrList(resources()));
        }
        if (!conditions().isEmpty()) {
            members.put("Condition", conditionValue());
        }
        return members.build();
    }

    private Value<?> principalValue() {
        PropertyBag.Builder byKind = PropertyBag.builder();
        for (Principal principal : principals()) {
            if (principal.kind().equals("*")) {
                return principal.name();
            }
            if (byKind.get(principal.kind()).isEmpty()) {
                List<Value<String>> names = new ArrayList<>();
                for (Principal other : principals()) {
                    if (other.kind().equals(principal.kind())) {
                        names.add(other.name());
                    }
                }
                byKind.put(principal.kind(), oneOrList(names));
            }
        }
        return MapValue.ofAny(byKind.build());
    }

    private Value<?> conditionValue() {
        PropertyBag.Builder byOperator = PropertyBag.builder();
        for (PolicyCondition condition : conditions()) {
            String operator = condition.operator().text();
            PropertyBag keys = byOperator
                    .get(operator)
                    .map(present -> ((MapValue<?>) present).members())
                    .orElse(PropertyBag.empty());
            byOperator.put(operator, MapValue.ofAny(keys.with(condition.key(), oneOrList(condition.values()))));
        }
        return MapValue.ofAny(byOperator.build());
    }

    private static Value<?> oneOrList(List<Value<String>> values) {
        return values.size() == 1 ? values.get(0) : Value.list(values);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue<?> that && members().equals(that.members());
    }

    @Override
    public final int hashCode() {
        return members().hashCode();
    }

    /** Collects the parts of a statement. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableStatement.Builder {

        Builder() {}

        /** Adds a comparison; with several values one of them must match. */
        @SafeVarargs
        public final Builder condition(ConditionOperator operator, String key, Value<String>... values) {
            return addConditions(PolicyCondition.of(operator, key, values));
        }

        /** Adds a comparison with a literal. */
        public Builder condition(ConditionOperator operator, String key, String value) {
            return addConditions(PolicyCondition.of(operator, key, Value.of(value)));
        }
    }
}

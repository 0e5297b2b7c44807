package io.tapstack.model.iam;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Derived;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A policy: statements of the version {@code 2012-10-17}. Stands wherever a property takes a policy document.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
@Immutable(builder = false)
public abstract class PolicyDocument implements ObjectValue<PolicyDocument> {

    /** The version of the policy language that has variables; the only one worth writing. */
    public static final String VERSION = "2012-10-17";

    PolicyDocument() {}

    /** A policy of these statements; one that depends on a condition is an {@code If}. */
    @SafeVarargs
    public static PolicyDocument of(Value<Statement>... statements) {
        return ImmutablePolicyDocument.of(List.of(statements));
    }

    /** A policy of these statements; one that depends on a condition is an {@code If}. */
    public static PolicyDocument of(List<Value<Statement>> statements) {
        return ImmutablePolicyDocument.of(statements);
    }

    /** The statements, in order. */
    @Parameter
    public abstract List<Value<Statement>> statements();

    @Override
    @Derived
    @Auxiliary
    public PropertyBag members() {
        return PropertyBag.builder()
                .put("Version", Literal.of(VERSION))
                .put("Statement", Value.list(statements()))
                .build();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue<?> that && members().equals(that.members());
    }

    @Override
    public final int hashCode() {
        return members().hashCode();
    }
}

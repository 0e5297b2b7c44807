package io.tapstack.model.iam;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * Who a statement speaks of, in policies that are attached to a resource and in trust policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
@Immutable(builder = false)
public abstract class Principal {

    Principal() {}

    /** A service of AWS, such as {@code lambda.amazonaws.com}. */
    public static Principal service(String service) {
        return ImmutablePrincipal.of("Service", Literal.of(service));
    }

    /** A service of AWS whose name holds the region. */
    public static Principal service(Value<String> service) {
        return ImmutablePrincipal.of("Service", service);
    }

    /** A role, user or account by its ARN. */
    public static Principal aws(Value<String> arn) {
        return ImmutablePrincipal.of("AWS", arn);
    }

    /** The account of the stack: delegates to its IAM policies and lets nobody in by itself. */
    public static Principal ownAccount() {
        return aws(Sub.concat(
                Value.of("arn:"),
                PseudoParameter.PARTITION,
                Value.of(":iam::"),
                PseudoParameter.ACCOUNT_ID,
                Value.of(":root")));
    }

    /** Everybody in the world; only conditions or a denial make this bearable. */
    public static Principal anyone() {
        return ImmutablePrincipal.of("*", Literal.of("*"));
    }

    /** {@code AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser}, or {@code *} for anyone. */
    @Parameter
    public abstract String kind();

    /** Which one of that kind. */
    @Parameter
    public abstract Value<String> name();
}

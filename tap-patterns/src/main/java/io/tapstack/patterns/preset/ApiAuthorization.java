package io.tapstack.patterns.preset;

import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * How an API knows who calls. An API key is asked for in any case, but it tells clients apart and proves nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html">Usage plans and keys</a>
 */
@Immutable(builder = false)
public abstract class ApiAuthorization {

    ApiAuthorization() {}

    /** By a signature of IAM, beside the key. */
    public static ApiAuthorization signedWithKey() {
        return ImmutableApiAuthorization.of(ApiChoice.strong(), Optional.empty());
    }

    /** By the key alone. */
    public static ApiAuthorization keyOnly(ExceptionRecord exception) {
        return ImmutableApiAuthorization.of(ApiChoice.weak(), Optional.of(exception));
    }

    /** As the parameter {@code ApiAuthorization} says: {@code AWS_IAM}, which it is by default, or {@code NONE}: the key alone. */
    public static ApiAuthorization byParameter(ExceptionRecord exception) {
        return ImmutableApiAuthorization.of(
                ApiChoice.byParameter(
                        "ApiAuthorization",
                        List.of("AWS_IAM", "NONE"),
                        List.of("SignedApiRequests", "UnsignedApiRequests"),
                        "AWS_IAM: requests are signed and carry an API key; NONE: they carry an API key alone"),
                Optional.of(exception));
    }

    @Parameter
    abstract ApiChoice choice();

    @Parameter
    abstract Optional<ExceptionRecord> exception();
}

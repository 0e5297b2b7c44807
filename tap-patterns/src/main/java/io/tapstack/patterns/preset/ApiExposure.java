package io.tapstack.patterns.preset;

import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * From where an API can be reached.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html">Private APIs</a>
 */
@Immutable(builder = false)
public abstract class ApiExposure {

    ApiExposure() {}

    /** From inside the network only, through its endpoint. */
    public static ApiExposure privately() {
        return ImmutableApiExposure.of(ApiChoice.strong(), Optional.empty());
    }

    /** From the internet. */
    public static ApiExposure regionally(ExceptionRecord exception) {
        return ImmutableApiExposure.of(ApiChoice.weak(), Optional.of(exception));
    }

    /** As the parameter {@code ApiEndpointType} says: {@code PRIVATE}, which it is by default, or {@code REGIONAL}. */
    public static ApiExposure byParameter() {
        return ImmutableApiExposure.of(
                ApiChoice.byParameter(
                        "ApiEndpointType",
                        List.of("PRIVATE", "REGIONAL"),
                        List.of("PrivateApi", "RegionalApi"),
                        "PRIVATE: reached from inside the network only; REGIONAL: from the internet"),
                Optional.of(ExceptionRecord.of(
                        "EndpointConfiguration/Types",
                        "REGIONAL, if the parameter ApiEndpointType says so",
                        "Whoever creates the stack decides",
                        "PRIVATE by default; authorization, API key, validation and throttling in any case")));
    }

    @Parameter
    abstract ApiChoice choice();

    @Parameter
    abstract Optional<ExceptionRecord> exception();
}

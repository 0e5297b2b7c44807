package io.tapstack.patterns.preset;

import io.tapstack.model.aws.apigateway.RestApi;
import io.tapstack.model.aws.apigateway.Stage;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A REST API before private functions: reached from inside the network only, signed and with an API key, every request validated,
 * throttled and logged under a key of the customer.
 *
 * <p>The endpoint that it is reached through is derived: the stack's {@link EndpointSet} makes it. Who may open connections to it is
 * told by {@link #clientNetworks()}; functions of the stack get the access of {@link #invoke()}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/security-best-practices.html">API Gateway's own
 *     advice</a>
 */
@Immutable
public abstract class SecureRestApi implements Preset {

    SecureRestApi() {}

    /** A builder of an API with this logical id, which what belongs to it starts with. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the API. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** What it is for. */
    @Default
    public String description() {
        return "API " + name();
    }

    /** The key of its logs. */
    public abstract CustomerManagedKey key();

    /** The requests that it answers. */
    public abstract List<ApiRoute> routes();

    /** The network whose endpoint it is reached through; that of the first route's function unless this says otherwise. */
    @Default
    public IsolatedNetwork network() {
        requireRoutes();
        return routes().get(0).function().network();
    }

    /** From where it can be reached: from inside the network only unless this says otherwise. */
    @Default
    public ApiExposure exposure() {
        return ApiExposure.privately();
    }

    /** How it knows who calls: by a signature of IAM beside the API key unless this says otherwise. */
    @Default
    public ApiAuthorization authorization() {
        return ApiAuthorization.signedWithKey();
    }

    /** Who may call, if requests are signed: whom the IAM policies of the account allow it unless this names others. */
    @Default
    public List<Principal> callers() {
        return List.of(Principal.ownAccount());
    }

    /** The blocks of addresses from which clients that are not functions of the stack reach the endpoint, such as a subnet's. */
    public abstract List<Value<String>> clientNetworks();

    /** The name of the stage: the first segment of every path. */
    @Default
    public String stage() {
        return "prod";
    }

    /** How many requests a second it takes in the long run, from all clients and from each key. */
    @Default
    public int requestsPerSecond() {
        return 50;
    }

    /** How many requests it takes at once. */
    @Default
    public int burst() {
        return 100;
    }

    /** How many requests a day a key may send. */
    @Default
    public int requestsPerDay() {
        return 100_000;
    }

    /** How long its logs are kept. */
    @Default
    public LogRetention retention() {
        return LogRetention.days(EncryptedLogGroup.MINIMUM_RETENTION_IN_DAYS);
    }

    /** The policy of TLS versions and ciphers, if not that of API Gateway: a value of {@code SecurityPolicy}. */
    public abstract Optional<String> securityPolicy();

    private void requireRoutes() {
        if (routes().isEmpty()) {
            throw new IllegalStateException("routes: an API needs one");
        }
    }

    @Check
    void check() {
        requireRoutes();
        Set<String> seen = new HashSet<>();
        for (ApiRoute route : routes()) {
            if (!seen.add(route.method() + route.arnPath())) {
                throw new IllegalArgumentException("routes: " + route + " twice");
            }
        }
        ApiDefinition.checkPaths(routes());
        if (!stage().matches("[A-Za-z0-9_]{1,128}")) {
            throw new IllegalArgumentException("stage: " + stage() + " is not of letters, digits and underscores only");
        }
        for (Value<String> network : clientNetworks()) {
            if (network instanceof Literal<?> literal && literal.text().endsWith("/0")) {
                throw new IllegalArgumentException("clientNetworks: " + literal.text() + " is everybody");
            }
        }
        if (callers().isEmpty()) {
            throw new IllegalStateException("callers: nobody may call");
        }
    }

    /** Its id. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Where it is: its address with the stage. The host name is that of the endpoint's private DNS if it is private. */
    public final Sub url() {
        return Sub.concat(
                Value.of("https://"),
                ref(),
                Value.of(".execute-api."),
                PseudoParameter.REGION,
                Value.of("."),
                PseudoParameter.URL_SUFFIX,
                Value.of("/" + stage()));
    }

    /** The id of the API key, by which whoever may asks API Gateway for its value. */
    public final Ref<String> keyId() {
        return Ref.to(apiKeyId());
    }

    /** The access to call all its routes. */
    public final Access invoke() {
        return new ApiAccess(this).invoke();
    }

    /** The ARN of one route of the API with this id. */
    final Sub routeArn(Value<String> apiId, ApiRoute route) {
        return Arns.own("execute-api", Sub.concat(apiId, Value.of("/" + stage() + route.arnPath())));
    }

    final LogicalId stageId() {
        return LogicalId.of(logicalId() + "Stage");
    }

    final LogicalId apiKeyId() {
        return LogicalId.of(logicalId() + "Key");
    }

    /** The group of its access log: one line of JSON for each request, without its contents. */
    @Lazy
    public EncryptedLogGroup accessLogGroup() {
        return logGroup("AccessLogGroup", "/aws/apigateway/");
    }

    /** The group of its execution log, which API Gateway would make itself, without a key and for ever. */
    @Lazy
    public EncryptedLogGroup executionLogGroup() {
        return logGroup("ExecutionLogGroup", "API-Gateway-Execution-Logs_");
    }

    private EncryptedLogGroup logGroup(String title, String start) {
        return EncryptedLogGroup.builder(logicalId() + title, source())
                .fixedName(Sub.concat(Value.of(start), ref(), Value.of("/" + stage())))
                .key(key())
                .retention(retention())
                .build();
    }

    @Override
    public List<Preset> parts() {
        return List.of(accessLogGroup(), executionLogGroup());
    }

    @Override
    public List<EndpointExtra> endpointExtras(IsolatedNetwork network) {
        return network.logicalId().equals(network().logicalId()) ? new ApiAccess(this).throughEndpoint() : List.of();
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        return UsualAlarms.of(this, wiring);
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder("ApiLoggingRule", "api-execution-logging", "API_GW_EXECUTION_LOGGING_ENABLED")
                        .description("Stages of APIs write an execution log")
                        .putParameters("loggingLevel", Value.of("ERROR,INFO"))
                        .addResourceTypes(Stage.TYPE)
                        .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(RestApi.TYPE, Stage.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        return new ApiResources(this, wiring).fragment();
    }

    /** Collects the options of an API. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableSecureRestApi.Builder {

        Builder() {}
    }
}

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
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
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
        Access.Builder access = Access.builder(AwsService.EXECUTE_API, "Invoke" + logicalId())
                .target(logicalId())
                .addActions("execute-api:Invoke")
                .addResourceTypes("execute-api-general")
                .addEndpointExceptions(ExceptionRecord.of(
                        "Invoke" + logicalId(),
                        "* in place of the API's id",
                        "The API is made after its endpoint, whose policy so cannot name it",
                        "Account, stage, method and path are exact; the policy of the API names the endpoint"));
        if (routes().stream().anyMatch(route -> !route.variables().isEmpty())) {
            access.addExceptions(ExceptionRecord.of(
                    "Invoke" + logicalId(),
                    "* in the path",
                    "A variable of the path is any text",
                    "Method and route are exact"));
        }
        for (ApiRoute route : routes()) {
            access.addResources(routeArn(ref(), route)).addEndpointResources(routeArn(Value.of("*"), route));
        }
        return access.build();
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
        if (!exposure().choice().maybeStrong()
                || !network.logicalId().equals(network().logicalId())) {
            return List.of();
        }
        ApiChoice authorization = authorization().choice();
        List<EndpointExtra> extras = new ArrayList<>();
        if (authorization.maybeStrong()) {
            for (Principal caller : callers()) {
                extras.add(EndpointExtra.of(caller, invoke()));
            }
        }
        if (authorization.maybeWeak()) {
            Access unsigned = invoke().named("InvokeUnsigned" + logicalId());
            EndpointExtra extra = EndpointExtra.of(Principal.anyone(), unsigned);
            extras.add(authorization.weakly().map(extra::on).orElse(extra));
        }
        return extras;
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        return List.of(
                alarm(AlarmKinds.API_SERVER_ERRORS, name() + "-5xx", conventions),
                alarm(AlarmKinds.API_CLIENT_ERRORS, name() + "-4xx", conventions),
                alarm(AlarmKinds.API_LATENCY, name(), conventions));
    }

    private AlarmSpec alarm(AlarmKind kind, String member, StackConventions conventions) {
        return AlarmSpec.builder(kind, logicalId(), member)
                .putDimensions("ApiName", conventions.name(name()))
                .putDimensions("Stage", Value.of(stage()))
                .build();
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
        StackConventions conventions = wiring.conventions();
        ApiDefinition definition = new ApiDefinition(this, conventions);
        ApiAccount account = new ApiAccount(source());
        Fragment.Builder fragment = Fragment.builder().heading("API");
        fragment.addAllResources(definition.resources());
        ApiDoors doors = new ApiDoors(this);
        fragment.addAllResources(doors.permissions());
        addChoices(fragment, wiring);
        Value<String> deployment = new ApiDeployment(this, definition).addTo(fragment);
        if (isFirst(wiring)) {
            account.addTo(fragment);
        }
        fragment.addAllResources(accessLogGroup().fragment(wiring).resources());
        fragment.addAllResources(executionLogGroup().fragment(wiring).resources());
        fragment.addAllResources(
                new ApiStage(this, conventions).resources(deployment, account.describe(description())));
        fragment.addAllResources(doors.clientRules());
        return fragment.build();
    }

    /** The setting of the account stands once in a stack. */
    private boolean isFirst(Wiring wiring) {
        return wiring.all(SecureRestApi.class).get(0).logicalId().equals(logicalId());
    }

    /** Parameters are shared by all APIs of a stack: the first that has one brings it. */
    private void addChoices(Fragment.Builder fragment, Wiring wiring) {
        List<SecureRestApi> before = new ArrayList<>();
        for (SecureRestApi other : wiring.all(SecureRestApi.class)) {
            if (other.logicalId().equals(logicalId())) {
                break;
            }
            before.add(other);
        }
        if (before.stream().noneMatch(other -> other.exposure().choice().isOpen())) {
            exposure().choice().addTo(fragment);
        }
        if (before.stream().noneMatch(other -> other.authorization().choice().isOpen())) {
            authorization().choice().addTo(fragment);
        }
    }

    /** Collects the options of an API. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableSecureRestApi.Builder {

        Builder() {}
    }
}

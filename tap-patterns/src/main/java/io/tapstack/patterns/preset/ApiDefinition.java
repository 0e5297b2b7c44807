package io.tapstack.patterns.preset;

import io.tapstack.model.aws.apigateway.GatewayResponse;
import io.tapstack.model.aws.apigateway.Method;
import io.tapstack.model.aws.apigateway.Model;
import io.tapstack.model.aws.apigateway.RequestValidator;
import io.tapstack.model.aws.apigateway.RestApi;
import io.tapstack.model.aws.apigateway.method.Integration;
import io.tapstack.model.aws.apigateway.restapi.EndpointConfiguration;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What makes up an API before it is deployed: paths, methods, models, validation, and what it says when it refuses. */
final class ApiDefinition {

    private static final int MOST_MILLISECONDS = 29_000;

    private final SecureRestApi api;
    private final StackConventions conventions;
    private final List<Resource> resources = new ArrayList<>();
    private final List<LogicalId> dependencies = new ArrayList<>();
    private final Map<String, Value<String>> paths = new LinkedHashMap<>();

    ApiDefinition(SecureRestApi api, StackConventions conventions) {
        this.api = api;
        this.conventions = conventions;
        resources.add(restApi());
        resources.add(RequestValidator.builder(validatorId().name(), api.source())
                .restApiId(api.ref())
                .validateRequestBody(true)
                .validateRequestParameters(true)
                .build());
        addGatewayResponse("DEFAULT_4XX", "ClientError", "The request was refused");
        addGatewayResponse("DEFAULT_5XX", "ServerError", "The request failed");
        for (ApiRoute route : api.routes()) {
            addRoute(route);
        }
    }

    /** Everything that a deployment is a picture of, in order. */
    List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** What must stand before a deployment takes its picture, beyond what it refers to: methods and gateway responses. */
    List<LogicalId> dependencies() {
        return List.copyOf(dependencies);
    }

    private RestApi restApi() {
        RestApi.Builder restApi = RestApi.builder(api.logicalId().name(), api.source())
                .name(conventions.name(api.name()))
                .description(api.description())
                .apiKeySourceType("HEADER")
                .endpointConfiguration(api.exposure().choice().either(privately(), regionally()))
                .policy(new ApiPolicy(api).document())
                .tags(Tag.of("Name", conventions.name(api.name())))
                .options(options -> options.metadata(ExceptionRecord.metadata(new ApiPolicy(api).exceptions())));
        api.securityPolicy().ifPresent(policy -> restApi.securityPolicy(policy).endpointAccessMode("STRICT"));
        return restApi.build();
    }

    private EndpointConfiguration privately() {
        return EndpointConfiguration.builder()
                .types("PRIVATE")
                .vpcEndpointIds(
                        Value.list(Ref.<String>to(EndpointSet.endpointId(api.network(), AwsService.EXECUTE_API))))
                .build();
    }

    private static EndpointConfiguration regionally() {
        return EndpointConfiguration.builder().types("REGIONAL").build();
    }

    private LogicalId validatorId() {
        return LogicalId.of(api.logicalId() + "Validator");
    }

    private void addGatewayResponse(String type, String title, String message) {
        resources.add(GatewayResponse.builder(api.logicalId() + title, api.source())
                .restApiId(api.ref())
                .responseType(type)
                .responseTemplates(Map.of(
                        "application/json",
                        Value.of("{\"message\":\"" + message + "\",\"requestId\":\"$context.requestId\"}")))
                .build());
        dependencies.add(LogicalId.of(api.logicalId() + title));
    }

    private void addRoute(ApiRoute route) {
        StringBuilder path = new StringBuilder();
        StringBuilder title = new StringBuilder(api.logicalId().name());
        Value<String> parent = root();
        for (String segment : route.segments()) {
            path.append('/').append(segment);
            title.append(title(segment));
            String logicalId = title + "Path";
            Value<String> above = parent;
            parent = paths.computeIfAbsent(path.toString(), first -> addPath(logicalId, above, segment));
        }
        addMethod(route, parent);
    }

    /** The logical id of the method of a route. */
    static LogicalId methodId(SecureRestApi api, ApiRoute route) {
        StringBuilder title = new StringBuilder(api.logicalId().name());
        for (String segment : route.segments()) {
            title.append(title(segment));
        }
        return LogicalId.of(title + route.method().title());
    }

    /** Refuses paths that differ in what a logical id cannot hold, as in case. */
    static void checkPaths(List<ApiRoute> routes) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (ApiRoute route : routes) {
            StringBuilder path = new StringBuilder();
            StringBuilder title = new StringBuilder();
            for (String segment : route.segments()) {
                path.append('/').append(segment);
                title.append(title(segment));
                String other = paths.putIfAbsent(title.toString(), path.toString());
                if (other != null && !other.equals(path.toString())) {
                    throw new IllegalArgumentException("routes: " + path + " and " + other + " are too alike");
                }
            }
        }
    }

    private Value<String> root() {
        return GetAtt.of(api.logicalId(), "RootResourceId");
    }

    private Value<String> addPath(String logicalId, Value<String> parent, String segment) {
        resources.add(io.tapstack.model.aws.apigateway.Resource.builder(logicalId, api.source())
                .restApiId(api.ref())
                .parentId(parent)
                .pathPart(segment)
                .build());
        return Ref.to(LogicalId.of(logicalId));
    }

    /** A segment as a part of a logical id: {@code order-items} gives {@code OrderItems}, {@code {id}} gives {@code ById}. */
    private static String title(String segment) {
        StringBuilder title = new StringBuilder(segment.startsWith("{") ? "By" : "");
        for (String word : segment.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return title.toString();
    }

    private void addMethod(ApiRoute route, Value<String> parent) {
        String logicalId = methodId(api, route).name();
        Method.Builder method = Method.builder(logicalId, api.source())
                .restApiId(api.ref())
                .resourceId(parent)
                .httpMethod(route.method().name())
                .authorizationType(api.authorization().choice().either(Value.of("AWS_IAM"), Value.of("NONE")))
                .apiKeyRequired(true)
                .requestValidatorId(Ref.<String>to(validatorId()))
                .integration(integration(route));
        api.authorization()
                .exception()
                .ifPresent(record -> method.options(options -> options.metadata(ExceptionRecord.metadata(record))));
        PropertyBag parameters = requestParameters(route);
        if (!parameters.isEmpty()) {
            method.requestParameters(MapValue.ofAny(parameters));
        }
        route.body().ifPresent(schema -> {
            Model model = Model.builder(logicalId + "Model", api.source())
                    .restApiId(api.ref())
                    .contentType("application/json")
                    .description("Body of " + route)
                    .schema(schema.toDocument())
                    .build();
            resources.add(model);
            // Whatever the content type: a model for application/json alone would let any other type pass unseen.
            method.requestModels(Map.of("$default", model.ref()));
        });
        resources.add(method.build());
        dependencies.add(LogicalId.of(logicalId));
    }

    private static PropertyBag requestParameters(ApiRoute route) {
        PropertyBag.Builder parameters = PropertyBag.builder();
        for (String name : route.variables()) {
            parameters.put("method.request.path." + name, Value.of(true));
        }
        for (String name : route.requiredQuery()) {
            parameters.put("method.request.querystring." + name, Value.of(true));
        }
        for (String name : route.requiredHeaders()) {
            parameters.put("method.request.header." + name, Value.of(true));
        }
        return parameters.build();
    }

    private static Integration integration(ApiRoute route) {
        return Integration.builder()
                .type("AWS_PROXY")
                .integrationHttpMethod("POST")
                .uri(Sub.concat(
                        Value.of("arn:"),
                        PseudoParameter.PARTITION,
                        Value.of(":apigateway:"),
                        PseudoParameter.REGION,
                        Value.of(":lambda:path/2015-03-31/functions/"),
                        route.function().arn(),
                        Value.of("/invocations")))
                .timeoutInMillis(Math.min(route.function().timeout() * 1000, MOST_MILLISECONDS))
                .build();
    }
}

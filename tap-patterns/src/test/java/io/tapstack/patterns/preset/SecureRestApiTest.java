package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecureRestApiTest {

    private static final ExceptionRecord RECORD =
            ExceptionRecord.of("AuthorizationType", "NONE", "Clients cannot sign yet", "Private network");
    private static final JsonSchema BODY =
            JsonSchema.object().required("id", JsonSchema.string().maxLength(36));
    private static final PrivateLambda WORKER = Stacks.function(List.of());
    private static final ApiRoute POST = ApiRoute.of(HttpMethod.POST, "/items", WORKER, BODY);
    private static final ApiRoute GET = ApiRoute.of(HttpMethod.GET, "/items/{id}", WORKER);
    private static final String INVOKE_ARN = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:";

    private static SecureRestApi.Builder api() {
        return SecureRestApi.builder("Api").name("items").key(Stacks.KEY).addRoutes(POST);
    }

    private static Template stack(SecureRestApi api, Preset... more) {
        List<Preset> presets = new ArrayList<>(List.of(
                Stacks.KEY, Stacks.NETWORK, EndpointSet.builder(Stacks.NETWORK).build(), Stacks.QUEUE, WORKER, api));
        presets.addAll(List.of(more));
        return Stacks.of(presets.toArray(Preset[]::new));
    }

    private static List<String> ids(Template template, String type) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals(type))
                .map(resource -> resource.logicalId().name())
                .toList();
    }

    private static String deployment(Template template) {
        return ids(template, "AWS::ApiGateway::Deployment").get(0);
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty(
                        "Api",
                        "EndpointConfiguration",
                        "EndpointConfiguration{Types: [\"PRIVATE\"], VpcEndpointIds: [{Ref: \"ExecuteApiVPCEndpoint\"}]}"),
                new SecureProperty("ApiItemsPost", "AuthorizationType", "\"AWS_IAM\""),
                new SecureProperty("ApiItemsPost", "ApiKeyRequired", "true"),
                new SecureProperty("ApiItemsPost", "RequestValidatorId", "{Ref: \"ApiValidator\"}"),
                new SecureProperty("ApiItemsPost", "RequestModels", "{$default: {Ref: \"ApiItemsPostModel\"}}"),
                new SecureProperty("ApiValidator", "ValidateRequestBody", "true"),
                new SecureProperty("ApiValidator", "ValidateRequestParameters", "true"),
                new SecureProperty(
                        "ApiItemsPostModel",
                        "Schema",
                        "{$schema: \"http://json-schema.org/draft-04/schema#\", type: \"object\","
                                + " properties: {id: {type: \"string\", maxLength: 36}}, required: [\"id\"],"
                                + " additionalProperties: false}"),
                new SecureProperty(
                        "ApiItemsPostPermission",
                        "SourceArn",
                        "{Fn::Sub: \"" + INVOKE_ARN + "${Api}/prod/POST/items\"}"),
                new SecureProperty(
                        "ApiStage",
                        "MethodSettings",
                        "[MethodSetting{ResourcePath: \"/*\", HttpMethod: \"*\", LoggingLevel: \"ERROR\","
                                + " DataTraceEnabled: false, MetricsEnabled: true, ThrottlingRateLimit: 50,"
                                + " ThrottlingBurstLimit: 100}]"),
                new SecureProperty("ApiAccessLogGroup", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("ApiAccessLogGroup", "RetentionInDays", "90"),
                new SecureProperty("ApiExecutionLogGroup", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("ApiExecutionLogGroup", "RetentionInDays", "90"),
                new SecureProperty(
                        "ApiExecutionLogGroup",
                        "LogGroupName",
                        "{Fn::Sub: \"API-Gateway-Execution-Logs_${Api}/prod\"}"),
                new SecureProperty("ApiUsagePlan", "Throttle", "ThrottleSettings{RateLimit: 50, BurstLimit: 100}"),
                new SecureProperty("ApiUsagePlan", "Quota", "QuotaSettings{Limit: 100000, Period: \"DAY\"}"));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void isSecureByDefault(SecureProperty secure) {
        Template template = stack(api().build());

        secure.demandOf(template);
        secure.missIn(template);
    }

    @Test
    void theAccessLogHoldsNoContents() {
        String stage = Stacks.resource(stack(api().build()), "ApiStage");

        assertThat(stage)
                .contains("log-group:${ApiAccessLogGroup}\"", "$context.requestId", "$context.extendedRequestId")
                .doesNotContain("body", "Authorization", ":*\"");
    }

    @Test
    void aPrivateApiIsReachedThroughItsEndpointAlone() {
        Template template = stack(api().build());

        assertThat(Stacks.json(template, "Api"))
                .contains(
                        "\"StringEquals\":{\"aws:SourceVpce\":{\"Ref\":\"ExecuteApiVPCEndpoint\"}}",
                        "\"StringNotEquals\":{\"aws:SourceVpce\":{\"Ref\":\"ExecuteApiVPCEndpoint\"}}",
                        "\"execute-api:/prod/POST/items\"");
        assertThat(Stacks.json(template, "ExecuteApiVPCEndpoint"))
                .contains("com.amazonaws.${AWS::Region}.execute-api", INVOKE_ARN + "*/prod/POST/items")
                .contains("\"PrivateDnsEnabled\":true", "${AWS::AccountId}:root")
                .doesNotContain("\"Principal\":\"*\"");
    }

    @Test
    void aRegionalApiHasNoEndpointAndARecord() {
        ExceptionRecord public_ = ExceptionRecord.of("EndpointConfiguration", "REGIONAL", "Partners call it", "WAF");
        Template template =
                stack(api().exposure(ApiExposure.regionally(public_)).build());

        assertThat(Stacks.resource(template, "Api")).contains("REGIONAL").doesNotContain("SourceVpce", "PRIVATE");
        assertThat(Stacks.resource(template, "ExecuteApiVPCEndpoint")).isEmpty();
        assertThat(metadata(template, "Api")).contains("Partners call it");
    }

    @Test
    void aKeyAloneNeedsARecordWhichStandsWhereItHolds() {
        Template template =
                stack(api().authorization(ApiAuthorization.keyOnly(RECORD)).build());

        assertThat(Stacks.resource(template, "ApiItemsPost")).contains("AuthorizationType: \"NONE\"");
        assertThat(metadata(template, "ApiItemsPost")).contains("Clients cannot sign yet");
        assertThat(metadata(template, "Api")).contains("Principal *, if requests");
        assertThat(Stacks.json(template, "ExecuteApiVPCEndpoint")).contains("\"Principal\":\"*\"");
        assertThat(metadata(template, "ExecuteApiVPCEndpoint")).contains("InvokeUnsignedApi");
    }

    @Test
    void parametersDecideAndEachDecisionHasADeploymentOfItsOwn() {
        Template template = stack(api().exposure(ApiExposure.byParameter())
                .authorization(ApiAuthorization.byParameter(RECORD))
                .build());

        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();

        assertThat(parameter(template, "ApiEndpointType").defaultValue()).contains(Value.of("PRIVATE"));
        assertThat(parameter(template, "ApiAuthorization").defaultValue()).contains(Value.of("AWS_IAM"));
        assertThat(ids(template, "AWS::ApiGateway::Deployment")).hasSize(4);
        assertThat(Stacks.resource(template, "ApiStage"))
                .contains("DeploymentId: {Fn::If: [\"PrivateApi\", {Fn::If: [\"SignedApiRequests\"");
        for (String id : ids(template, "AWS::ApiGateway::Deployment")) {
            assertThat(template.resource(LogicalId.of(id))
                            .orElseThrow()
                            .options()
                            .condition())
                    .isPresent();
        }
    }

    @Test
    void aDeploymentTakesItsPictureOfEverythingAndAChangeMakesAnother() {
        Template template = stack(api().build());
        String first = deployment(template);

        assertThat(template.resource(LogicalId.of(first))
                        .orElseThrow()
                        .options()
                        .dependsOn())
                .extracting(LogicalId::name)
                .containsExactlyInAnyOrder("ApiItemsPost", "ApiClientError", "ApiServerError");
        JsonSchema wider =
                JsonSchema.object().required("id", JsonSchema.string().maxLength(37));
        ApiRoute changed = ApiRoute.of(HttpMethod.POST, "/items", WORKER, wider);
        assertThat(List.of(
                        deployment(stack(api().addRoutes(GET).build())),
                        deployment(stack(api().routes(List.of(changed)).build())),
                        deployment(stack(api().callers(List.of(WORKER.role())).build())),
                        deployment(stack(api().authorization(ApiAuthorization.keyOnly(RECORD))
                                .build())),
                        deployment(stack(api().securityPolicy("SecurityPolicy_TLS13_1_3_2025_09")
                                .build()))))
                .doesNotHaveDuplicates()
                .doesNotContain(first);
        assertThat(deployment(stack(api().burst(7).build()))).isEqualTo(first);
        assertThat(deployment(stack(api().build(), Stacks.TABLE))).isEqualTo(first);
    }

    @Test
    void theStageWaitsForItsLogsAndForTheRoleThatWritesThem() {
        Template template = stack(api().build());

        Resource stage = template.resource(LogicalId.of("ApiStage")).orElseThrow();
        assertThat(stage.options().dependsOn()).contains(LogicalId.of("ApiExecutionLogGroup"));
        assertThat(stage.properties().toString()).contains("Fn::If: [\"SetApiGatewayAccount\"", "${ApiGatewayAccount}");
        assertThat(Stacks.resource(template, "ApiGatewayLogRole")).doesNotContain("logs:*");
    }

    @Test
    void severalApisShareTheAccountAndTheParameters() {
        SecureRestApi other = SecureRestApi.builder("OtherApi")
                .key(Stacks.KEY)
                .addRoutes(GET)
                .exposure(ApiExposure.byParameter())
                .build();
        Template template = stack(api().exposure(ApiExposure.byParameter()).build(), other);

        assertThat(ids(template, "AWS::ApiGateway::Account")).containsExactly("ApiGatewayAccount");
        assertThat(template.parameters())
                .extracting(parameter -> parameter.logicalId().name())
                .doesNotHaveDuplicates();
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void aFunctionThatMayCallItNamesTheApiAndTheEndpointCannot() {
        SecureRestApi api = api().build();
        PrivateLambda caller = PrivateLambda.builder("Caller")
                .name("caller")
                .code("def handler(event, context):\n    return None\n")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY)
                .failureQueue(Stacks.QUEUE)
                .addAccesses(api.invoke())
                .build();
        Template template = stack(api, caller);

        assertThat(Stacks.resource(template, "CallerExecutionPolicy"))
                .contains(INVOKE_ARN + "${Api}/prod/POST/items")
                .doesNotContain("*/prod");
        assertThat(metadata(template, "CallerExecutionPolicy")).doesNotContain("in place of the API's id");
        assertThat(Stacks.resource(template, "ExecuteApiVPCEndpoint")).contains("CallerExecutionRole");
        assertThat(metadata(template, "ExecuteApiVPCEndpoint")).contains("* in place of the API's id");
        assertThat(Stacks.resource(template, "CallerSecurityGroupAtEndpoints")).isNotEmpty();
        assertThat(StructuralRules.validator()
                        .with(new FunctionReachesServices())
                        .validate(template)
                        .findings())
                .isEmpty();
    }

    @Test
    void clientsComeFromNamedNetworksOnly() {
        Template template =
                stack(api().addClientNetworks(Value.of("10.0.1.0/24")).build());

        assertThat(Stacks.resource(template, "ApiClient1"))
                .contains("CidrIp: \"10.0.1.0/24\"", "FromPort: 443", "VPCEndpointSecurityGroup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api().addClientNetworks(Value.of("0.0.0.0/0")).build())
                .withMessageContaining("clientNetworks: 0.0.0.0/0");
    }

    @Test
    void variablesOfAPathAreAskedForAndRecorded() {
        Template template = stack(api().addRoutes(GET).build());

        assertThat(Stacks.resource(template, "ApiItemsByIdGet")).contains("method.request.path.id: true");
        assertThat(Stacks.resource(template, "ApiItemsByIdGetPermission")).contains("${Api}/prod/GET/items/*");
        assertThat(metadata(template, "ApiItemsByIdGetPermission")).contains("* in the path");
        assertThat(metadata(template, "ApiItemsPostPermission")).doesNotContain("* in the path");
        assertThat(ids(template, "AWS::ApiGateway::Resource")).containsExactly("ApiItemsPath", "ApiItemsByIdPath");
    }

    @Test
    void refusesWhatItCannotGuard() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ApiRoute.of(HttpMethod.POST, "/items", WORKER))
                .withMessage("body: POST /items needs a schema");
        assertThatIllegalStateException()
                .isThrownBy(() -> ApiRoute.of(HttpMethod.GET, "/items", WORKER, BODY))
                .withMessage("body: GET /items has none");
        assertThatIllegalStateException()
                .isThrownBy(() -> ApiRoute.of(HttpMethod.POST, "/items", WORKER, JsonSchema.string()))
                .withMessage("body: POST /items takes an object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoute.of(HttpMethod.GET, "/{proxy+}", WORKER))
                .withMessageContaining("path: /{proxy+}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api().addRoutes(POST).build())
                .withMessage("routes: POST /items twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api().addRoutes(ApiRoute.of(HttpMethod.GET, "/Items", WORKER))
                        .addRoutes(ApiRoute.of(HttpMethod.GET, "/items", WORKER))
                        .build())
                .withMessageContaining("routes: /Items and /items are too alike");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api().stage("prod/x").build())
                .withMessageContaining("stage: prod/x");
        assertThatIllegalStateException()
                .isThrownBy(() -> SecureRestApi.builder("Api").key(Stacks.KEY).build())
                .withMessageContaining("routes: an API needs one");
        assertThatIllegalStateException()
                .isThrownBy(() -> api().callers(List.of()).build())
                .withMessageContaining("callers: nobody");
    }

    /** However it is set up: no finding, no cycle, and a method for each route that is never open. */
    @Property(tries = 40)
    void anyApiIsSound(@ForAll("apis") SecureRestApi api) {
        Template template = stack(api);

        demandSound(template, api);
        boolean endpoint = !Stacks.resource(template, "ExecuteApiVPCEndpoint").isEmpty();
        assertThat(endpoint).isEqualTo(api.exposure().choice().maybeStrong());
    }

    /** The proof that {@link #demandSound} looks: it misses whatever of these a method loses, and a method that is gone. */
    @Property(tries = 40)
    void anApiThatLostSomethingIsNotSound(@ForAll("apis") SecureRestApi api, @ForAll("lost") String lost) {
        Template template = stack(api);
        String first = ids(template, "AWS::ApiGateway::Method").get(0);
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : template.resources()) {
            if (!resource.logicalId().name().equals(first)) {
                resources.add(resource);
            } else if (!lost.isEmpty()) {
                resources.add(resource.withProperties(resource.properties().without(lost)));
            }
        }
        Template weakened = template.toBuilder().resources(resources).build();

        assertThatThrownBy(() -> demandSound(weakened, api)).isInstanceOf(AssertionError.class);
    }

    private static void demandSound(Template template, SecureRestApi api) {
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
        assertThat(ids(template, "AWS::ApiGateway::Method")).hasSameSizeAs(api.routes());
        for (String id : ids(template, "AWS::ApiGateway::Method")) {
            assertThat(Stacks.resource(template, id))
                    .contains("ApiKeyRequired: true", "RequestValidatorId", "AuthorizationType");
        }
    }

    @Provide
    Arbitrary<String> lost() {
        return Arbitraries.of("", "ApiKeyRequired", "RequestValidatorId", "AuthorizationType", "HttpMethod");
    }

    @Provide
    Arbitrary<SecureRestApi> apis() {
        Arbitrary<ApiExposure> exposures =
                Arbitraries.of(ApiExposure.privately(), ApiExposure.regionally(RECORD), ApiExposure.byParameter());
        Arbitrary<ApiAuthorization> authorizations = Arbitraries.of(
                ApiAuthorization.signedWithKey(),
                ApiAuthorization.keyOnly(RECORD),
                ApiAuthorization.byParameter(RECORD));
        Arbitrary<List<ApiRoute>> routes = Arbitraries.subsetOf(
                        POST,
                        GET,
                        ApiRoute.of(HttpMethod.GET, "/", WORKER),
                        ApiRoute.of(HttpMethod.PUT, "/items/{id}", WORKER, BODY),
                        ApiRoute.of(HttpMethod.DELETE, "/items/{id}/parts/{part}", WORKER))
                .ofMinSize(1)
                .map(List::copyOf);
        Arbitrary<List<Principal>> callers =
                Arbitraries.of(List.of(Principal.ownAccount()), List.of(WORKER.role(), Principal.ownAccount()));
        return Combinators.combine(exposures, authorizations, routes, callers)
                .as((exposure, authorization, some, who) -> api().exposure(exposure)
                        .authorization(authorization)
                        .routes(some)
                        .callers(who)
                        .build());
    }

    private static Parameter parameter(Template template, String id) {
        return template.parameters().stream()
                .filter(parameter -> parameter.logicalId().name().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String metadata(Template template, String id) {
        return template.resource(LogicalId.of(id))
                .orElseThrow()
                .options()
                .metadata()
                .toString();
    }
}

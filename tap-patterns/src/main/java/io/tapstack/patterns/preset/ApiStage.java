package io.tapstack.patterns.preset;

import io.tapstack.model.aws.apigateway.ApiKey;
import io.tapstack.model.aws.apigateway.Stage;
import io.tapstack.model.aws.apigateway.UsagePlan;
import io.tapstack.model.aws.apigateway.UsagePlanKey;
import io.tapstack.model.aws.apigateway.stage.AccessLogSetting;
import io.tapstack.model.aws.apigateway.stage.MethodSetting;
import io.tapstack.model.aws.apigateway.usageplan.QuotaSettings;
import io.tapstack.model.aws.apigateway.usageplan.ThrottleSettings;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** The stage of an API, with its logs and limits, and the key and plan of its clients. */
final class ApiStage {

    /** What is known of a request, without its contents. */
    private static final String[] LOGGED = {
        "requestId",
        "extendedRequestId",
        "requestTime",
        "httpMethod",
        "resourcePath",
        "status",
        "responseLength",
        "responseLatency",
        "integrationLatency",
        "identity.sourceIp",
        "identity.userArn",
        "identity.apiKeyId",
        "identity.vpceId",
        "error.responseType"
    };

    private static final ExceptionRecord NO_CACHE = ExceptionRecord.builder("CacheClusterEnabled", "no cache")
            .reason("What a cache holds cannot be under a key of the customer")
            .compensation("None needed: without a cache nothing is kept")
            .addCheckers(Checker.CHECKOV.finding("CKV_AWS_120"))
            .build();

    private static final ExceptionRecord NO_TRACING = ExceptionRecord.builder("TracingEnabled", "no tracing")
            .reason("Traces are under one key for the whole account, and the rights to write them cannot be limited")
            .compensation("Access log, execution log and metrics")
            .addCheckers(Checker.CHECKOV.finding("CKV_AWS_73"), Checker.GUARD.finding("api_gw_xray_enabled_check"))
            .build();

    private final SecureRestApi api;
    private final StackConventions conventions;

    ApiStage(SecureRestApi api, StackConventions conventions) {
        this.api = api;
        this.conventions = conventions;
    }

    List<Resource> resources(Value<String> deployment, Value<String> description) {
        Stage stage = stage(deployment, description);
        UsagePlan plan = plan(stage);
        ApiKey key = ApiKey.builder(api.apiKeyId().name(), api.source())
                .name(conventions.name(api.name() + "-key"))
                .description("Tells the clients of " + api.name() + " apart")
                .enabled(true)
                .generateDistinctId(true)
                .tags(Tag.of("Name", conventions.name(api.name() + "-key")))
                .build();
        List<Resource> resources = new ArrayList<>();
        resources.add(stage);
        resources.add(plan);
        resources.add(key);
        resources.add(UsagePlanKey.builder(api.logicalId() + "UsagePlanKey", api.source())
                .usagePlanId(plan.ref())
                .keyId(key.ref())
                .keyType("API_KEY")
                .build());
        return resources;
    }

    private Stage stage(Value<String> deployment, Value<String> description) {
        return Stage.builder(api.stageId().name(), api.source())
                .restApiId(api.ref())
                .stageName(api.stage())
                .deploymentId(deployment)
                .description(description)
                .accessLogSetting(AccessLogSetting.builder()
                        .destinationArn(Arns.logGroup(api.accessLogGroup().ref()))
                        .format(format())
                        .build())
                .methodSettings(MethodSetting.builder()
                        .resourcePath("/*")
                        .httpMethod("*")
                        .loggingLevel("ERROR")
                        .dataTraceEnabled(false)
                        .metricsEnabled(true)
                        .throttlingRateLimit(api.requestsPerSecond())
                        .throttlingBurstLimit(api.burst())
                        .build())
                .tracingEnabled(false)
                .tags(Tag.of("Name", conventions.name(api.name() + "-stage")))
                .options(options -> options.addDependsOn(api.executionLogGroup().logicalId())
                        .metadata(ExceptionRecord.metadata(NO_CACHE, NO_TRACING)))
                .build();
    }

    private static String format() {
        StringBuilder format = new StringBuilder();
        for (String name : LOGGED) {
            format.append(format.isEmpty() ? "{" : ",")
                    .append('"')
                    .append(name.substring(name.indexOf('.') + 1))
                    .append("\":\"$context.")
                    .append(name)
                    .append('"');
        }
        return format.append('}').toString();
    }

    private UsagePlan plan(Stage stage) {
        return UsagePlan.builder(api.logicalId() + "UsagePlan", api.source())
                .usagePlanName(conventions.name(api.name() + "-plan"))
                .description("What the clients of " + api.name() + " may use")
                .apiStages(Value.list(io.tapstack.model.aws.apigateway.usageplan.ApiStage.builder()
                        .apiId(api.ref())
                        .stage(stage.ref())
                        .build()))
                .throttle(ThrottleSettings.builder()
                        .rateLimit(api.requestsPerSecond())
                        .burstLimit(api.burst())
                        .build())
                .quota(QuotaSettings.builder()
                        .limit(api.requestsPerDay())
                        .period("DAY")
                        .build())
                .tags(Tag.of("Name", conventions.name(api.name() + "-plan")))
                .build();
    }
}

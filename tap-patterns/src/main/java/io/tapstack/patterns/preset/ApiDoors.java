package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroupIngress;
import io.tapstack.model.aws.lambda.Permission;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** The ways through an API: from its clients to its endpoint, and from it to its functions. */
final class ApiDoors {

    private static final ExceptionRecord ANY_TEXT = ExceptionRecord.of(
            "SourceArn", "* in the path", "A variable of the path is any text", "Method and route are exact");

    private static final ExceptionRecord NO_ACCOUNT = ExceptionRecord.of(
                    "SourceAccount",
                    "none",
                    "The ARN of the source tells it",
                    "Account, API, method and route are exact")
            .answering(Checker.GUARD.finding("lambda_function_public_access_prohibited_check"));

    private final SecureRestApi api;

    ApiDoors(SecureRestApi api) {
        this.api = api;
    }

    /** For each route, that the API may call its function for it. */
    List<Resource> permissions() {
        List<Resource> permissions = new ArrayList<>();
        for (ApiRoute route : api.routes()) {
            List<ExceptionRecord> exceptions =
                    route.variables().isEmpty() ? List.of(NO_ACCOUNT) : List.of(NO_ACCOUNT, ANY_TEXT);
            permissions.add(Permission.builder(ApiDefinition.methodId(api, route) + "Permission", api.source())
                    .action("lambda:InvokeFunction")
                    .functionName(route.function().arn())
                    .principal("apigateway.amazonaws.com")
                    .sourceArn(api.routeArn(api.ref(), route))
                    .options(options -> options.metadata(ExceptionRecord.metadata(exceptions)))
                    .build());
        }
        return permissions;
    }

    /** That clients may open connections to the endpoint, if there is one. */
    List<Resource> clientRules() {
        List<Resource> rules = new ArrayList<>();
        if (!api.exposure().choice().maybeStrong()) {
            return rules;
        }
        for (Value<String> network : api.clientNetworks()) {
            rules.add(SecurityGroupIngress.builder(api.logicalId() + "Client" + (rules.size() + 1), api.source())
                    .groupId(GetAtt.<String>of(EndpointSet.securityGroupId(api.network()), "GroupId"))
                    .description("HTTPS from clients of the API " + api.name())
                    .ipProtocol("tcp")
                    .fromPort(SecurityGroups.HTTPS)
                    .toPort(SecurityGroups.HTTPS)
                    .cidrIp(network)
                    .build());
        }
        return rules;
    }
}

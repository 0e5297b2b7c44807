package io.tapstack.patterns.preset;

import io.tapstack.model.iam.Principal;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** What callers of an API are given: the access to its routes, and the way through its endpoint. */
final class ApiAccess {

    private final SecureRestApi api;

    ApiAccess(SecureRestApi api) {
        this.api = api;
    }

    /** The access to call all its routes. */
    Access invoke() {
        return invoke("Invoke" + api.logicalId());
    }

    private Access invoke(String sid) {
        Access.Builder access = Access.builder(AwsService.EXECUTE_API, sid)
                .target(api.logicalId())
                .addActions("execute-api:Invoke")
                .addResourceTypes("execute-api-general")
                .addEndpointExceptions(ExceptionRecord.of(
                        sid,
                        "* in place of the API's id",
                        "The API is made after its endpoint, whose policy so cannot name it",
                        "Account, stage, method and path are exact; the policy of the API names the endpoint"));
        if (api.routes().stream().anyMatch(route -> !route.variables().isEmpty())) {
            access.addExceptions(ExceptionRecord.of(
                    sid, "* in the path", "A variable of the path is any text", "Method and route are exact"));
        }
        for (ApiRoute route : api.routes()) {
            access.addResources(api.routeArn(api.ref(), route))
                    .addEndpointResources(api.routeArn(Value.of("*"), route));
        }
        return access.build();
    }

    /** Who else than functions of the stack may call through the endpoint; nobody needs to if the API is never private. */
    List<EndpointExtra> throughEndpoint() {
        if (!api.exposure().choice().maybeStrong()) {
            return List.of();
        }
        ApiChoice authorization = api.authorization().choice();
        List<EndpointExtra> extras = new ArrayList<>();
        if (authorization.maybeStrong()) {
            for (Principal caller : api.callers()) {
                extras.add(EndpointExtra.of(caller, invoke()));
            }
        }
        if (authorization.maybeWeak()) {
            Access unsigned = invoke("InvokeUnsigned" + api.logicalId());
            EndpointExtra extra = EndpointExtra.of(Principal.anyone(), unsigned);
            extras.add(authorization.weakly().map(extra::on).orElse(extra));
        }
        return extras;
    }
}

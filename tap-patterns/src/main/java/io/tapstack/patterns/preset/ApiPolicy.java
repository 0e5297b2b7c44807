package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The resource policy of an API: who may call which of its routes, and through which endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html">Resource policies</a>
 */
final class ApiPolicy {

    private static final String INVOKE = "execute-api:Invoke";
    private static final String VPC_ENDPOINT = "aws:SourceVpce";

    private final SecureRestApi api;

    ApiPolicy(SecureRestApi api) {
        this.api = api;
    }

    PolicyDocument document() {
        ApiChoice exposure = api.exposure().choice();
        List<Value<Statement>> statements = new ArrayList<>();
        statements.add(exposure.either(allow(true), allow(false)));
        if (exposure.maybeStrong()) {
            Statement deny = Statement.deny("OnlyThroughEndpoint")
                    .addPrincipals(Principal.anyone())
                    .addActions(INVOKE)
                    .addResources(Value.of("execute-api:/*"))
                    .condition(ConditionOperator.STRING_NOT_EQUALS, VPC_ENDPOINT, endpoint())
                    .build();
            statements.add(exposure.strongly()
                    .<Value<Statement>>map(condition -> condition.orNoValue(deny))
                    .orElse(deny));
        }
        return PolicyDocument.of(statements);
    }

    private Value<Statement> allow(boolean throughEndpoint) {
        return api.authorization().choice().either(allow(throughEndpoint, true), allow(throughEndpoint, false));
    }

    private Statement allow(boolean throughEndpoint, boolean signed) {
        Statement.Builder statement = Statement.allow("Invoke")
                .addAllPrincipals(signed ? api.callers() : List.of(Principal.anyone()))
                .addActions(INVOKE);
        for (ApiRoute route : api.routes()) {
            statement.addResources(Value.of("execute-api:/" + api.stage() + route.arnPath()));
        }
        if (throughEndpoint) {
            statement.condition(ConditionOperator.STRING_EQUALS, VPC_ENDPOINT, endpoint());
        }
        return statement.build();
    }

    private Ref<String> endpoint() {
        return Ref.to(EndpointSet.endpointId(api.network(), AwsService.EXECUTE_API));
    }

    List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>();
        api.exposure().exception().ifPresent(records::add);
        if (api.exposure().choice().maybeStrong()) {
            records.add(ExceptionRecord.of(
                    "OnlyThroughEndpoint",
                    "Principal *, Resource execute-api:/*",
                    "A denial must be broad",
                    "It grants nothing"));
        }
        if (api.authorization().choice().maybeWeak()) {
            records.add(ExceptionRecord.of(
                    "Invoke",
                    "Principal *, if requests are not signed",
                    "A request without a signature has no principal",
                    "API key, validation and throttling; of a private API also aws:SourceVpce"));
        }
        if (api.routes().stream().anyMatch(route -> !route.variables().isEmpty())) {
            records.add(ExceptionRecord.of(
                    "Invoke", "* in the path", "A variable of the path is any text", "Method and route are exact"));
        }
        return records;
    }
}

package io.tapstack.reference.requirement;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.composition.Edits;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Looks at APIs, and at what is logged and named around them. */
final class Api {

    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String LOGS = "AWS::Logs::LogGroup";

    private Api() {}

    /** Each method has a validator of bodies and parameters, and a model whatever the content type says. */
    static void validates(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, METHOD);
        for (Part method : stack.parts(METHOD)) {
            Part validator = stack.part(method.target("RequestValidatorId")).orElse(null);
            trouble.expect(
                    validator != null
                            && validator.is("ValidateRequestBody", "true")
                            && validator.is("ValidateRequestParameters", "true"),
                    method + " is not validated");
            String model = method.objects("RequestModels").stream()
                    .map(models -> models.target("$default"))
                    .findFirst()
                    .orElse("");
            trouble.expect(
                    stack.typeOf(model).equals("AWS::ApiGateway::Model"),
                    method + " has no model for all content types");
        }
    }

    /** The models of methods are those of one content type. */
    static UnaryOperator<Template> modelOf(String contentType) {
        return Edits.each(resource -> resource.resourceType().equals(METHOD), method -> {
            Value<?> model = Edits.find(method.properties(), "RequestModels.$default");
            return model == null
                    ? method
                    : method.withProperties(method.properties()
                            .with("RequestModels", MapValue.ofAny(PropertyBag.of(contentType, model))));
        });
    }

    /** Each method demands a key, and a usage plan gives a key to the stage. */
    static void demandsKeys(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, METHOD);
        stack.parts(METHOD).forEach(method -> trouble.expect(method, "ApiKeyRequired", "true"));
        trouble.expect(
                stack.parts("AWS::ApiGateway::UsagePlanKey").stream()
                        .anyMatch(given -> stack.typeOf(given.target("KeyId")).equals("AWS::ApiGateway::ApiKey")
                                && stack.typeOf(given.target("UsagePlanId")).equals("AWS::ApiGateway::UsagePlan")),
                "no plan gives a key");
    }

    /** Each stage logs accesses to a group of the stack, and errors, but no bodies. */
    static void logs(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, STAGE);
        for (Part stage : stack.parts(STAGE)) {
            String destination = stage.all();
            trouble.expect(
                    stage.has("AccessLogSetting")
                            && stack.parts(LOGS).stream().anyMatch(group -> destination.contains(group.id())),
                    stage + " has no access log in a group of the stack");
            String format = stage.text("AccessLogSetting.Format");
            trouble.expect(
                    format.contains("$context.requestId") && format.contains("$context.status"),
                    stage + " does not log request and status");
            for (Part settings : stage.objects("MethodSettings")) {
                trouble.expect(settings.text("LoggingLevel").matches("ERROR|INFO"), stage + " does not log errors");
                trouble.expect(!settings.is("DataTraceEnabled", "true"), stage + " logs bodies");
            }
            trouble.expect(!stage.objects("MethodSettings").isEmpty(), stage + " does not log errors");
        }
    }

    /** Functions, stages, the network and the database have groups of the stack. */
    static void everythingLogs(Stack stack, Trouble trouble) {
        Watching.logs(90).check(stack, trouble);
        logs(stack, trouble);
        trouble.expectSome(stack, "AWS::EC2::FlowLog");
        boolean ofDatabase = stack.parts(LOGS).stream()
                .anyMatch(group -> group.text("LogGroupName").startsWith("/aws/rds/"));
        trouble.expect(ofDatabase, "the database has no group of logs");
    }

    /** Interface endpoints have private names; a private API lets in what comes by an endpoint only. */
    static void isInside(Stack stack, Trouble trouble) {
        for (Part endpoint : stack.parts("AWS::EC2::VPCEndpoint")) {
            if (endpoint.is("VpcEndpointType", "Interface")) {
                trouble.expect(endpoint, "PrivateDnsEnabled", "true");
            }
        }
        for (Part api : stack.parts("AWS::ApiGateway::RestApi")) {
            if (api.texts("EndpointConfiguration.Types").contains("PRIVATE")) {
                trouble.expect(api.text("Policy").contains("aws:SourceVpce"), api + " does not ask for its endpoint");
            }
        }
    }

    /** No role is taken on by two services. */
    static void rolesAreApart(Stack stack, Trouble trouble) {
        for (Part role : stack.parts("AWS::IAM::Role")) {
            Set<String> services = new TreeSet<>();
            for (Part trust : role.objects("AssumeRolePolicyDocument.Statement")) {
                services.addAll(trust.texts("Principal.Service"));
                services.addAll(trust.texts("Principal.AWS"));
            }
            trouble.expect(services.size() == 1, role + " is taken on by " + services);
        }
    }

    /** The tag ComplianceLevel has the same value everywhere. */
    static void oneLevel(Stack stack, Trouble trouble) {
        Set<String> levels = new TreeSet<>();
        for (Part part : stack.parts()) {
            part.objects("Tags").stream()
                    .filter(tag -> tag.is("Key", "ComplianceLevel"))
                    .forEach(tag -> levels.add(tag.text("Value")));
        }
        trouble.expect(levels.size() == 1, "the compliance level is one of " + levels);
    }

    /** What the commands of the README name. */
    static void names(Stack stack, Trouble trouble) {
        Names.expectSome(
                stack, "AWS::Lambda::Function", "FunctionName", "data-processor-${EnvironmentSuffix}", trouble);
        Names.expectSome(stack, LOGS, "LogGroupName", "/aws/lambda/data-processor-${EnvironmentSuffix}", trouble);
        Names.expectSome(stack, STAGE, "StageName", "prod", trouble);
        for (String prefix : List.of("api-errors-", "lambda-errors-")) {
            trouble.expect(
                    stack.parts("AWS::CloudWatch::Alarm").stream()
                            .anyMatch(alarm -> alarm.text("AlarmName").startsWith(prefix + "${EnvironmentSuffix}")),
                    "no alarm's name begins with " + prefix);
        }
        trouble.expect(
                stack.parts(LOGS).stream()
                        .anyMatch(group -> group.text("LogGroupName").matches("/aws/apigateway/\\$\\{\\w+}/prod")),
                "there is no group of access logs of the API");
        for (Part table : stack.parts("AWS::DynamoDB::Table")) {
            trouble.expect(
                    table.text("KeySchema").contains("transactionId")
                            && table.text("KeySchema").contains("timestamp"),
                    table + " has other keys");
        }
    }
}

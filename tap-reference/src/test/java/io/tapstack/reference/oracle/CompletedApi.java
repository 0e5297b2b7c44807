package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes, through API Gateway itself, what the emulator's CloudFormation leaves out of an API: its resource policy, and the validation of
 * requests. The properties are those of the template, every function in them evaluated against the deployed stack.
 */
final class CompletedApi {

    private final AwsCli aws;
    private final Template template;
    private final DeployedStack stack;

    CompletedApi(AwsCli aws, Template template, DeployedStack stack) {
        this.aws = aws;
        this.template = template;
        this.stack = stack;
    }

    /** Makes it for the one API of the template, whose paths have one segment, and deploys the API anew. */
    void make() {
        Resource api = only("AWS::ApiGateway::RestApi");
        String id = stack.reference(api.logicalId().name());
        change("UpdateRestApi", Map.of("restApiId", id), List.of(replace("/policy", text(api, "Policy"))));
        ObjectNode validator =
                stack.resolve(only("AWS::ApiGateway::RequestValidator").properties());
        validator.remove("RestApiId");
        Map<String, Object> input = Map.of(
                "restApiId",
                id,
                "name",
                "validator",
                "validateRequestBody",
                validator.get("ValidateRequestBody").booleanValue(),
                "validateRequestParameters",
                validator.get("ValidateRequestParameters").booleanValue());
        String made = aws.make(AwsCall.of("apigateway", "CreateRequestValidator", input))
                .get("id")
                .textValue();
        ObjectNode method = stack.resolve(only("AWS::ApiGateway::Method").properties());
        change(
                "UpdateMethod",
                Map.of(
                        "restApiId",
                        id,
                        "resourceId",
                        method.get("ResourceId").textValue(),
                        "httpMethod",
                        method.get("HttpMethod").textValue()),
                List.of(replace("/requestValidatorId", made)));
        aws.make(AwsCall.of("apigateway", "CreateDeployment", Map.of("restApiId", id, "stageName", "prod")));
    }

    private String text(Resource resource, String property) {
        JsonNode value = stack.resolve(resource.properties()).get(property);
        return AwsCli.text(value);
    }

    private static Map<String, String> replace(String path, String value) {
        return Map.of("op", "replace", "path", path, "value", value);
    }

    private void change(String operation, Map<String, String> target, List<Map<String, String>> patches) {
        Map<String, Object> input = new LinkedHashMap<>(target);
        input.put("patchOperations", patches);
        aws.make(AwsCall.of("apigateway", operation, input));
    }

    private Resource only(String type) {
        List<Resource> found = new ArrayList<>(template.resources());
        found.removeIf(resource -> !resource.resourceType().equals(type));
        if (found.size() != 1) {
            throw new AssertionError("not one " + type + " but " + found);
        }
        return found.get(0);
    }
}

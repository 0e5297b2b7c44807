package io.tapstack.reference.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapstack.model.template.Resource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes, through the API of each service, what the emulator's CloudFormation refuses: with the properties of the template, every
 * function in them evaluated against the deployed stack. The SDK knows the members of each call and refuses any other.
 */
final class DirectCalls {

    private final AwsCli aws;
    private final DeployedStack stack;

    /** Calls for the resources of a stack. */
    DirectCalls(AwsCli aws, DeployedStack stack) {
        this.aws = aws;
        this.stack = stack;
    }

    /** Makes those of the resources whose condition holds. */
    void make(List<Resource> resources) {
        List<Resource> there = resources.stream().filter(stack::has).toList();
        there.forEach(this::nameInPlace);
        List<AwsCall> calls = there.stream().flatMap(this::calls).toList();
        aws.make(calls).forEach(AwsCall.Answer::output);
    }

    /** What the others refer to has the same name as it would have on AWS. */
    private void nameInPlace(Resource resource) {
        switch (resource.resourceType()) {
            case "AWS::IAM::ServiceLinkedRole" -> stack.stands(resource, "AWSServiceRoleForConfig");
            case "AWS::Config::ConfigurationRecorder" ->
                stack.stands(
                        resource,
                        stack.resolve(resource.properties()).get("Name").textValue());
            default -> stack.stands(resource, "nothing refers to " + resource.logicalId());
        }
    }

    private Stream<AwsCall> calls(Resource resource) {
        ObjectNode properties = stack.resolve(resource.properties());
        return resource.resourceType().equals("AWS::CloudTrail::Trail")
                ? trail(properties)
                : Stream.of(call(resource, properties));
    }

    private static AwsCall call(Resource resource, ObjectNode properties) {
        return switch (resource.resourceType()) {
            case "AWS::IAM::ServiceLinkedRole" -> AwsCall.of("iam", "CreateServiceLinkedRole", properties);
            case "AWS::Config::ConfigurationRecorder" ->
                AwsCall.of("config", "PutConfigurationRecorder", "ConfigurationRecorder", lowered(properties));
            case "AWS::Config::DeliveryChannel" ->
                AwsCall.of("config", "PutDeliveryChannel", "DeliveryChannel", lowered(properties));
            case "AWS::Config::ConfigRule" -> AwsCall.of("config", "PutConfigRule", "ConfigRule", rule(properties));
            case "AWS::SecretsManager::RotationSchedule" ->
                AwsCall.of("secretsmanager", "RotateSecret", rotation(properties));
            case "AWS::EC2::FlowLog" -> AwsCall.of("ec2", "CreateFlowLogs", flowLog(properties));
            case "AWS::EC2::SecurityGroupEgress" ->
                AwsCall.of("ec2", "AuthorizeSecurityGroupEgress", permission(properties, "DestinationSecurityGroupId"));
            case "AWS::EC2::SecurityGroupIngress" ->
                AwsCall.of("ec2", "AuthorizeSecurityGroupIngress", permission(properties, "SourceSecurityGroupId"));
            default -> throw new AssertionError("no call is known that makes " + resource);
        };
    }

    /** The API sets up a trail in three steps. */
    private static Stream<AwsCall> trail(ObjectNode properties) {
        ObjectNode selectors = AwsCli.JSON.createObjectNode();
        selectors.set("TrailName", properties.get("TrailName"));
        selectors.set("EventSelectors", properties.remove("EventSelectors"));
        ObjectNode start = AwsCli.JSON.createObjectNode();
        start.set("Name", properties.get("TrailName"));
        if (!properties.remove("IsLogging").booleanValue()) {
            throw new AssertionError("the trail does not log");
        }
        properties.set("Name", properties.remove("TrailName"));
        properties.set("KmsKeyId", properties.remove("KMSKeyId"));
        properties.set("TagsList", properties.remove("Tags"));
        return Stream.of(
                AwsCall.of("cloudtrail", "CreateTrail", properties),
                AwsCall.of("cloudtrail", "PutEventSelectors", selectors),
                AwsCall.of("cloudtrail", "StartLogging", start));
    }

    /** CloudFormation takes the parameters of a rule as an object, the API as a text. */
    private static ObjectNode rule(ObjectNode properties) {
        if (properties.has("InputParameters")) {
            properties.put("InputParameters", AwsCli.text(properties.get("InputParameters")));
        }
        return properties;
    }

    private static ObjectNode rotation(ObjectNode properties) {
        properties.set("RotateImmediately", properties.remove("RotateImmediatelyOnUpdate"));
        return properties;
    }

    private static ObjectNode flowLog(ObjectNode properties) {
        properties.putArray("ResourceIds").add(properties.remove("ResourceId"));
        ObjectNode tags = properties.putArray("TagSpecifications").addObject();
        tags.put("ResourceType", "vpc-flow-log").set("Tags", properties.remove("Tags"));
        return properties;
    }

    private static ObjectNode permission(ObjectNode properties, String peer) {
        ObjectNode input = AwsCli.JSON.createObjectNode();
        input.set("GroupId", properties.remove("GroupId"));
        boolean block = properties.has("CidrIp");
        ObjectNode other = AwsCli.JSON.createObjectNode();
        other.set(block ? "CidrIp" : "GroupId", properties.remove(block ? "CidrIp" : peer));
        other.set("Description", properties.remove("Description"));
        properties.putArray(block ? "IpRanges" : "UserIdGroupPairs").add(other);
        input.putArray("IpPermissions").add(properties);
        return input;
    }

    /** The older calls of Config begin their members with lower-case letters. */
    private static JsonNode lowered(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = AwsCli.JSON.createArrayNode();
            node.forEach(item -> array.add(lowered(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = AwsCli.JSON.createObjectNode();
        node.properties().forEach(member -> object.set(lowered(member.getKey()), lowered(member.getValue())));
        return object;
    }

    private static String lowered(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

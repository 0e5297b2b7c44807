package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack that exists, asked for what the values of its template have become.
 *
 * <p>Knows the functions that the replaced resources use; another one throws, so that nothing is guessed.
 */
final class DeployedStack {

    private final AwsCli aws;
    private final Template template;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    /** Reads the parameters and resources of a stack that was made from a template. */
    DeployedStack(AwsCli aws, Template template, String name) {
        this.aws = aws;
        this.template = template;
        List<AwsCall.Answer> answers = aws.make(List.of(
                AwsCall.of("cloudformation", "DescribeStacks", "StackName", name),
                AwsCall.of("cloudformation", "DescribeStackResources", "StackName", name)));
        JsonNode stack = answers.get(0).output().at("/Stacks/0");
        references.put("AWS::AccountId", Emulator.ACCOUNT);
        references.put("AWS::Partition", "aws");
        references.put("AWS::Region", Emulator.REGION);
        references.put("AWS::StackId", stack.get("StackId").textValue());
        references.put("AWS::StackName", name);
        for (JsonNode parameter : stack.get("Parameters")) {
            references.put(
                    parameter.get("ParameterKey").textValue(),
                    parameter.get("ParameterValue").textValue());
        }
        for (JsonNode resource : answers.get(1).output().get("StackResources")) {
            references.put(
                    resource.get("LogicalResourceId").textValue(),
                    resource.get("PhysicalResourceId").textValue());
        }
    }

    /** Whether its condition, if any, let a resource come to exist. */
    boolean has(Resource resource) {
        return references.containsKey(resource.logicalId().name());
    }

    /** What {@code Ref} to a resource shall give from now on: the name of what was made in its place. */
    void stands(Resource resource, String physicalId) {
        references.put(resource.logicalId().name(), physicalId);
    }

    /** What {@code Ref} gives. */
    String reference(String name) {
        String value = references.get(name);
        if (value == null) {
            throw new AssertionError("the stack has neither a parameter nor a resource " + name);
        }
        return value;
    }

    /** Properties with every function evaluated. */
    ObjectNode resolve(PropertyBag properties) {
        ObjectNode object = AwsCli.JSON.createObjectNode();
        for (int i = 0; i < properties.size(); i++) {
            if (!isNothing(properties.valueAt(i))) {
                object.set(properties.nameAt(i), resolve(properties.valueAt(i)));
            }
        }
        return object;
    }

    private JsonNode resolve(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return AwsCli.JSON.valueToTree(literal.content());
        }
        if (value instanceof ListValue<?> list) {
            ArrayNode array = AwsCli.JSON.createArrayNode();
            list.items().stream().filter(item -> !isNothing(item)).forEach(item -> array.add(resolve(item)));
            return array;
        }
        if (value instanceof ObjectValue<?> object) {
            return resolve(object.members());
        }
        return resolve((Intrinsic<?>) value);
    }

    private JsonNode resolve(Intrinsic<?> function) {
        if (function instanceof Ref<?> ref) {
            return TextNode.valueOf(reference(ref.target()));
        }
        if (function instanceof GetAtt<?> attribute && attribute.attribute() instanceof Literal<String> name) {
            return TextNode.valueOf(attribute(attribute.target(), name.text()));
        }
        if (function instanceof Sub sub) {
            return TextNode.valueOf(substitute(sub));
        }
        if (function instanceof If<?> choice) {
            return resolve(chosen(choice));
        }
        if (function instanceof Join join && join.argument() instanceof ListValue<?> parts) {
            List<String> texts = new ArrayList<>();
            resolve(parts.items().get(1)).forEach(text -> texts.add(text.asText()));
            return TextNode.valueOf(String.join(resolve(parts.items().get(0)).asText(), texts));
        }
        if (function instanceof Select<?> select && select.argument() instanceof ListValue<?> arguments) {
            JsonNode list = resolve(arguments.items().get(1));
            return list.get(resolve(arguments.items().get(0)).intValue());
        }
        if (function instanceof Cidr cidr && cidr.argument() instanceof ListValue<?> arguments) {
            return blocks(arguments.items());
        }
        throw new UnsupportedOperationException("the oracles cannot evaluate " + function);
    }

    /** Blocks of 256 addresses out of one that starts with such a block. */
    private ArrayNode blocks(List<? extends Value<?>> arguments) {
        String[] bytes = resolve(arguments.get(0)).textValue().split("[./]", -1);
        assertThat(resolve(arguments.get(2)).intValue()).isEqualTo(8);
        ArrayNode blocks = AwsCli.JSON.createArrayNode();
        for (int i = 0; i < resolve(arguments.get(1)).intValue(); i++) {
            blocks.add(bytes[0] + "." + bytes[1] + "." + (Integer.parseInt(bytes[2]) + i) + ".0/24");
        }
        return blocks;
    }

    private String substitute(Sub sub) {
        StringBuilder text = new StringBuilder();
        for (SubPart part : sub.parts()) {
            if (!part.isPlaceholder()) {
                text.append(part.text());
            } else if (sub.variables().has(part.text())) {
                text.append(
                        resolve(sub.variables().get(part.text()).orElseThrow()).asText());
            } else if (part.attribute().isPresent() && LogicalId.isValid(part.name())) {
                text.append(
                        attribute(LogicalId.of(part.name()), part.attribute().get()));
            } else {
                text.append(reference(part.text()));
            }
        }
        return text.toString();
    }

    private boolean isNothing(Value<?> value) {
        return value instanceof If<?> choice ? isNothing(chosen(choice)) : value.equals(PseudoParameter.noValue());
    }

    private Value<?> chosen(If<?> choice) {
        return holds(choice.condition()) ? choice.whenTrue() : choice.whenFalse();
    }

    private boolean holds(LogicalId name) {
        for (Condition condition : template.conditions()) {
            if (condition.logicalId().equals(name)) {
                return holds(condition.body());
            }
        }
        throw new AssertionError("the template has no condition " + name);
    }

    private boolean holds(Value<?> expression) {
        if (expression instanceof ConditionReference reference) {
            return holds(reference.target());
        }
        if (expression instanceof Equals equals && equals.argument() instanceof ListValue<?> sides) {
            return resolve(sides.items().get(0))
                    .asText()
                    .equals(resolve(sides.items().get(1)).asText());
        }
        if (expression instanceof And and && and.argument() instanceof ListValue<?> parts) {
            return parts.items().stream().allMatch(this::holds);
        }
        throw new UnsupportedOperationException("the oracles cannot evaluate " + expression);
    }

    private String attribute(LogicalId target, String name) {
        return attributes.computeIfAbsent(target + "." + name, key -> ask(target, name));
    }

    /** CloudFormation has no call that gives an attribute, so each service is asked in its own way. */
    private String ask(LogicalId target, String name) {
        String id = reference(target.name());
        String attribute = template.resource(target).orElseThrow().resourceType() + "." + name;
        return switch (attribute) {
            case "AWS::EC2::SecurityGroup.GroupId" -> id;
            case "AWS::EC2::VPC.DefaultSecurityGroup" ->
                text(
                        AwsCall.of("ec2", "DescribeSecurityGroups", "Filters", defaultGroupOf(id)),
                        "/SecurityGroups/0/GroupId");
            case "AWS::DynamoDB::Table.Arn" ->
                text(AwsCall.of("dynamodb", "DescribeTable", "TableName", id), "/Table/TableArn");
            case "AWS::Logs::LogGroup.Arn" ->
                text(AwsCall.of("logs", "DescribeLogGroups", "logGroupNamePrefix", id), "/logGroups/0/arn");
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + id;
            case "AWS::Lambda::Function.Arn" ->
                text(AwsCall.of("lambda", "GetFunction", "FunctionName", id), "/Configuration/FunctionArn");
            case "AWS::SecretsManager::Secret.Id" -> id;
            case "AWS::IAM::Role.Arn" -> text(AwsCall.of("iam", "GetRole", "RoleName", id), "/Role/Arn");
            case "AWS::KMS::Key.Arn" -> text(AwsCall.of("kms", "DescribeKey", "KeyId", id), "/KeyMetadata/Arn");
            default -> throw new UnsupportedOperationException("the oracles do not know how to ask for " + attribute);
        };
    }

    private static List<Map<String, Object>> defaultGroupOf(String network) {
        return List.of(
                Map.of("Name", "vpc-id", "Values", List.of(network)),
                Map.of("Name", "group-name", "Values", List.of("default")));
    }

    private String text(AwsCall call, String path) {
        JsonNode value = aws.make(call).at(path);
        assertThat(value.isTextual()).as(call.toString()).isTrue();
        return value.textValue();
    }
}

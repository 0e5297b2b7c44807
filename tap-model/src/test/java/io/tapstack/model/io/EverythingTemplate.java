package io.tapstack.model.io;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.Base64;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.Contains;
import io.tapstack.model.value.DynamicReference;
import io.tapstack.model.value.EachMemberIn;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.GetStackOutput;
import io.tapstack.model.value.ImportValue;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.Length;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.RefAll;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Split;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.ToJsonString;
import io.tapstack.model.value.Transform;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import io.tapstack.model.value.ValueOf;
import java.util.List;
import java.util.Map;

/** A template that uses every section, attribute and function: the source of the golden files. */
final class EverythingTemplate {

    private static final Ref<String> SUFFIX = Ref.to(LogicalId.of("EnvironmentSuffix"));
    private static final Ref<List<String>> TOPICS = Ref.to(LogicalId.of("TopicNames"));
    private static final Condition IS_PRODUCTION = Condition.of("IsProduction", Equals.of(SUFFIX, "prod"));
    private static final Condition IS_HOME = Condition.of("IsHome", Equals.of(PseudoParameter.REGION, "us-east-1"));
    private static final String HANDLER = """
            import json
            import os


            def handler(event, context):
                # 'quotes' and "quotes": \\ and tabs\tstay
                return {'statusCode': 200, 'body': json.dumps({'table': os.environ['TABLE']})}
            """;

    private EverythingTemplate() {}

    static Template template() {
        return Template.builder()
                .description("Everything: each section, attribute and function")
                .putMetadata(
                        "AWS::CloudFormation::Interface",
                        Value.json(
                                Map.of("ParameterGroups", List.of(Map.of("Parameters", List.of("EnvironmentSuffix"))))))
                .addTransforms("Macro", "AWS::LanguageExtensions")
                .addParameters(
                        Parameter.string("EnvironmentSuffix")
                                .description("Suffix of all names")
                                .defaultValue("dev")
                                .build(),
                        Parameter.commaDelimitedList("TopicNames").build())
                .addRules(rule())
                .addMappings(Mapping.builder("Network")
                        .put("us-east-1", "S3", "pl-63a5400a")
                        .put("us-east-1", "Zones", Value.strings("use1-az1", "use1-az2"))
                        .put("eu-central-1", "S3", "pl-6ea54007")
                        .build())
                .addConditions(IS_PRODUCTION, IS_HOME, both(), neither())
                .addConditionLoops(loop(
                        "Conditions", PropertyBag.of("Has${Item}", Equals.of(Ref.to(LogicalId.of("Item")), "x"))))
                .putHeadings(LogicalId.of("VPC"), "VPC and Networking")
                .putHeadings(LogicalId.of("Function"), "Compute")
                .addResources(vpc(), subnet(), key(), function(), instance(), others())
                .addResourceLoops(loop("Topics", topic()))
                .addOutputs(
                        Output.builder("VpcId", Ref.to(LogicalId.of("VPC")))
                                .description("The VPC's id")
                                .condition(IS_PRODUCTION)
                                .export(Sub.of("${AWS::StackName}-VpcId"))
                                .build(),
                        Output.builder("KeyArn", GetAtt.of(LogicalId.of("Key"), "Arn"))
                                .build())
                .addOutputLoops(loop(
                        "Outputs", PropertyBag.of("${Item}Arn", Value.json(Map.of("Value", Sub.of("${Item}"))))))
                .build();
    }

    private static Condition both() {
        return Condition.of("Both", And.of(IS_PRODUCTION.ref(), IS_HOME.ref()));
    }

    private static Condition neither() {
        return Condition.of("Neither", Not.of(Or.of(IS_PRODUCTION.ref(), IS_HOME.ref())));
    }

    private static Rule rule() {
        return Rule.builder("SupportedRegion")
                .when(Not.of(Equals.of(SUFFIX, "")))
                .require(
                        Contains.of(Value.strings("us-east-1", "us-west-2"), PseudoParameter.REGION),
                        "Only these regions")
                .require(EachMemberIn.of(RefAll.of("AWS::EC2::VPC::Id"), Value.strings("vpc-1")), "Only this VPC")
                .require(Equals.of(ValueOf.of(LogicalId.of("Vpc"), "Tags.Team"), "payments"), "Only this team")
                .build();
    }

    private static ForEach loop(String name, PropertyBag body) {
        return ForEach.of(LogicalId.of(name), "Item", TOPICS, body);
    }

    private static PropertyBag topic() {
        return PropertyBag.of(
                "Topic${Item}",
                MapValue.ofAny(PropertyBag.builder()
                        .put("Type", Value.of("AWS::SNS::Topic"))
                        .put("Properties", Value.json(Map.of("TopicName", Sub.of("${Item}-${EnvironmentSuffix}"))))
                        .build()));
    }

    private static Resource vpc() {
        return GenericResource.builder("VPC", "AWS::EC2::VPC")
                .property("CidrBlock", Value.of("10.0.0.0/16"))
                .property("EnableDnsHostnames", Value.of(true))
                .property("Tags", tags(Sub.of("vpc-${EnvironmentSuffix}")))
                .build();
    }

    private static Value<?> tags(Value<String> name) {
        return Value.list(MapValue.ofAny(PropertyBag.builder()
                .put("Key", Value.of("Name"))
                .put("Value", name)
                .build()));
    }

    private static Resource subnet() {
        return GenericResource.builder("Subnet", "AWS::EC2::Subnet")
                .property("VpcId", Ref.to(LogicalId.of("VPC")))
                .property(
                        "CidrBlock",
                        Select.of(0, Cidr.of(GetAtt.of(LogicalId.of("VPC"), "CidrBlock"), Value.of(6), Value.of(8))))
                .property("AvailabilityZone", Select.of(0, GetAZs.of(Value.of(""))))
                .property("OtherZone", Select.of(1, GetAZs.of(PseudoParameter.REGION)))
                .build();
    }

    private static Resource key() {
        return GenericResource.builder("Key", "AWS::KMS::Key")
                .options(options -> options.condition(IS_PRODUCTION)
                        .deletionPolicy(DeletionPolicy.RETAIN)
                        .updateReplacePolicy(DeletionPolicy.RETAIN)
                        .putMetadata(
                                "cfn-lint", Value.json(Map.of("config", Map.of("ignore_checks", List.of("I3011"))))))
                .property("KeyPolicy", keyPolicy())
                .property("PendingWindowInDays", Value.of(7))
                .build();
    }

    private static Value<?> keyPolicy() {
        return MapValue.ofAny(PropertyBag.builder()
                .put("Version", Value.of("2012-10-17"))
                .put(
                        "Statement",
                        Value.list(MapValue.ofAny(PropertyBag.builder()
                                .put("Effect", Value.of("Allow"))
                                .put(
                                        "Principal",
                                        Value.json(Map.of(
                                                "AWS", Sub.of("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"))))
                                .put("Action", Value.strings("kms:Create*", "kms:Describe*"))
                                .put("Resource", Value.of("*"))
                                .put(
                                        "Condition",
                                        Value.json(Map.of(
                                                "StringEquals",
                                                Map.of("kms:ViaService", "s3.us-east-1.amazonaws.com"))))
                                .build())))
                .build());
    }

    private static Resource function() {
        return GenericResource.builder("Function", "AWS::Lambda::Function")
                .options(options -> options.addDependsOn(LogicalId.of("Key"), LogicalId.of("Subnet")))
                .property("Runtime", Value.of("python3.12"))
                .property("MemorySize", IS_PRODUCTION.choose(Value.of(1024), Value.of(128)))
                .property("KmsKeyArn", IS_PRODUCTION.orNoValue(GetAtt.of(LogicalId.of("Key"), "Arn")))
                .property("Code", Value.json(Map.of("ZipFile", HANDLER)))
                .property("Environment", environment())
                .build();
    }

    private static Value<?> environment() {
        return MapValue.ofAny(PropertyBag.of(
                "Variables",
                MapValue.ofAny(PropertyBag.builder()
                        .put("ACCOUNT", Value.of("012345678901"))
                        .put("DEBUG", Value.of("no"))
                        .put("RATIO", Value.of(0.25))
                        .put("PASSWORD", DynamicReference.ssmSecure("/app/password:1"))
                        .put("SECRET", DynamicReference.secret(Ref.to(LogicalId.of("Secret")), "password"))
                        .put("PEER", ImportValue.of(Sub.of("${EnvironmentSuffix}-peer")))
                        .put("PREFIX", FindInMap.of(LogicalId.of("Network"), PseudoParameter.REGION, Value.of("S3")))
                        .put("OTHER", FindInMap.of(Value.of("Network"), SUFFIX, Value.of("S3"), Value.of("none")))
                        .put("NAMES", Join.of(",", TOPICS))
                        .put("COUNT", Length.of(TOPICS))
                        .put("JSON", ToJsonString.of(Value.json(Map.of("topics", TOPICS))))
                        .put("OUTPUT", GetStackOutput.of(Value.of("network"), Value.of("VpcId")))
                        .put("FIRST", Select.of(0, Split.of("|", ImportValue.of(Value.of("list")))))
                        .put("NEW", UnknownFunction.of("Fn::New", Value.strings("a")))
                        .build())));
    }

    private static Resource instance() {
        return GenericResource.builder("Instance", "AWS::EC2::Instance")
                .options(options -> options.creationPolicy(
                                Value.json(Map.of("ResourceSignal", Map.of("Timeout", "PT5M"))))
                        .updatePolicy(Value.json(Map.of("AutoScalingReplacingUpdate", Map.of("WillReplace", true)))))
                .property(
                        "UserData",
                        Base64.of(Sub.of("#!/bin/bash\n/opt/aws/bin/cfn-signal --stack ${AWS::StackName}\n")))
                .property("Banner", Base64.of(Value.of("  indented\nand more\n\n")))
                .property(
                        "Text",
                        Sub.of(
                                "${Peer}:${Port}",
                                PropertyBag.builder()
                                        .put("Peer", ImportValue.of(Value.of("peer")))
                                        .put("Port", Value.of("5432"))
                                        .build()))
                .build();
    }

    private static Resource others() {
        return GenericResource.builder("Custom", "Custom::Thing")
                .options(options -> options.putOthers("NewAttribute", Value.of("kept")))
                .property(
                        "Fn::Transform",
                        ((Transform<?>) Transform.of(
                                        "AWS::Include", PropertyBag.of("Location", Value.of("s3://bucket/part.yml"))))
                                .argument())
                .property("Nested", Value.json(List.of(List.of(1, 2), List.of(), List.of(Map.of("a", List.of())))))
                .property("Control", Value.of("tab\tand\u0000nul"))
                .property("Unicode", Value.of("Grüße \uD83D\uDE00"))
                .build();
    }
}

package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;

/** Insecure branches that become reachable, and what CloudFormation itself refuses: cycles, names that are not there. */
final class ConditionWeakenings {

    private ConditionWeakenings() {}

    static void add(List<Weakening> all) {
        String group = "AWS::EC2::SecurityGroup";
        all.add(Weakening.of(
                group + " is open to all in one account",
                "OpenSecurityGroup",
                group,
                one -> Edits.set(
                        one,
                        "SecurityGroupEgress.0.CidrIp",
                        Parts.sometimes(Value.of("0.0.0.0/0"), Value.of("127.0.0.1/32")))));
        all.add(Weakening.of(
                group + " has no egress rule in one account",
                "OpenSecurityGroup",
                group,
                one -> Edits.set(
                        one,
                        "SecurityGroupEgress",
                        Parts.sometimesMissing(Edits.find(one.properties(), "SecurityGroupEgress")))));
        all.add(Weakening.set(
                        "WayToInternet",
                        "AWS::EC2::Subnet",
                        "MapPublicIpOnLaunch",
                        Parts.sometimes(Value.of(true), Value.of(false)))
                .named("AWS::EC2::Subnet gives public addresses in one account"));
        all.add(Weakening.of(
                "AWS::IAM::Role may be taken on by everybody in one account",
                "UnboundEverybody",
                "AWS::IAM::Role",
                role -> Edits.set(
                        Edits.set(role, "AssumeRolePolicyDocument.Statement.0.Condition", null),
                        "AssumeRolePolicyDocument.Statement.0.Principal",
                        Parts.sometimes(Value.of("*"), Value.json(Map.of("Service", "lambda.amazonaws.com"))))));
        all.add(waiting("AWS::DynamoDB::Table", "AWS::DynamoDB::Table waits for itself"));
        all.add(Weakening.of(
                "AWS::KMS::Key names its own alias",
                "CircularDependency",
                "AWS::KMS::Key",
                key -> Edits.set(key, "Description", Ref.<String>to(LogicalId.of(key.logicalId() + "Alias")))));
        all.add(Weakening.of(
                "AWS::Lambda::Function has no role",
                "DanglingGetAtt",
                "AWS::Lambda::Function",
                function -> Edits.set(function, "Role", GetAtt.of(LogicalId.of("Gone"), "Arn"))));
    }

    private static Weakening waiting(String type, String name) {
        return Weakening.of(name, "CircularDependency", type, ConditionWeakenings::waitingForItself);
    }

    private static Resource waitingForItself(Resource resource) {
        ResourceOptions options = resource.options().toBuilder()
                .addDependsOn(resource.logicalId())
                .build();
        return resource.withOptions(options);
    }
}

package io.tapstack.patterns.composition;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways to make a template worse that random stacks are tried with. */
public final class Weakenings {

    /** A condition that {@link #withSomewhere} declares: it holds in one account only. */
    public static final LogicalId SOMEWHERE = LogicalId.of("Somewhere");

    private static final String STORE = "UnencryptedStore";
    private static final String WILDCARD = "UnexplainedWildcard";
    private static final String OPEN = "OpenSecurityGroup";
    private static final Value<?> FALSE = Value.of(false);

    private Weakenings() {}

    /** A template with the condition that some weakenings hide behind. */
    public static Template withSomewhere(Template template) {
        Condition somewhere = Condition.of(SOMEWHERE.name(), Equals.of(PseudoParameter.ACCOUNT_ID, "123456789012"));
        return template.toBuilder().addConditions(somewhere).build();
    }

    /** All of them. */
    public static List<Weakening> all() {
        List<Weakening> all = new ArrayList<>();
        addEncryption(all);
        addPolicies(all);
        addNetwork(all);
        addData(all);
        addStructure(all);
        PolicyWeakenings.add(all);
        NetworkWeakenings.add(all);
        StoreWeakenings.add(all);
        ServiceWeakenings.add(all);
        CodeWeakenings.add(all);
        ConditionWeakenings.add(all);
        return List.copyOf(all);
    }

    private static void addEncryption(List<Weakening> all) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId");
        keys.put("AWS::Kinesis::Stream", "StreamEncryption.KeyId");
        keys.put("AWS::SQS::Queue", "KmsMasterKeyId");
        keys.put("AWS::SNS::Topic", "KmsMasterKeyId");
        keys.put("AWS::Logs::LogGroup", "KmsKeyId");
        keys.put("AWS::SecretsManager::Secret", "KmsKeyId");
        keys.put("AWS::CloudTrail::Trail", "KMSKeyId");
        keys.put("AWS::RDS::DBInstance", "KmsKeyId");
        keys.put(
                "AWS::S3::Bucket",
                "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID");
        keys.forEach((type, path) -> {
            all.add(Weakening.set(STORE, type, path, null));
            all.add(Weakening.set(STORE, type, path, Value.of("alias/aws/service")));
            all.add(Weakening.set(STORE, type, path, sometimes(Value.of("alias/aws/service"))));
        });
        all.add(Weakening.set(STORE, "AWS::DynamoDB::Table", "SSESpecification.SSEEnabled", FALSE));
        all.add(Weakening.set(STORE, "AWS::RDS::DBInstance", "StorageEncrypted", FALSE));
        all.add(Weakening.set("UnrotatedKey", "AWS::KMS::Key", "EnableKeyRotation", FALSE));
        all.add(Weakening.set("UnrotatedKey", "AWS::KMS::Key", "EnableKeyRotation", null));
        all.add(Weakening.set("UnrotatedKey", "AWS::KMS::Key", "EnableKeyRotation", sometimes(FALSE)));
    }

    /** A value that is the worse one in one account, and the key of the stack elsewhere. */
    private static Value<?> sometimes(Value<?> worse) {
        return If.of(SOMEWHERE, any(worse), GetAtt.of(LogicalId.of("Key"), "Arn"));
    }

    @SuppressWarnings("unchecked")
    private static Value<Object> any(Value<?> value) {
        return (Value<Object>) value;
    }

    private static void addPolicies(List<Weakening> all) {
        String policy = "AWS::IAM::Policy";
        all.add(addStatement(policy, "Action", Value.of("s3:*"), Value.of("arn:aws:s3:::one")));
        all.add(addStatement(policy, "Action", Value.of("s3:Get*"), Value.of("arn:aws:s3:::one")));
        all.add(addStatement(policy, "NotAction", Value.of("s3:GetObject"), Value.of("arn:aws:s3:::one")));
        all.add(addStatement(policy, "Action", Value.of("s3:GetObject"), Value.of("*")));
        all.add(addStatement(
                policy, "Action", Value.of("s3:GetObject"), Join.of("", Value.of("arn:aws:s3:::"), Value.of("one/*"))));
        all.add(addStatement("AWS::SQS::QueuePolicy", "Action", Value.of("sqs:*"), Value.of("arn:aws:sqs:::one")));
        all.add(Weakening.set(WILDCARD, "AWS::KMS::Key", "KeyPolicy.Statement.Action", Value.of("kms:*")));
        all.add(Weakening.set(WILDCARD, "AWS::KMS::Key", "KeyPolicy.Statement.0.Principal", Value.of("*")));
        all.add(Weakening.of(
                "an endpoint lets everybody in",
                WILDCARD,
                "AWS::EC2::VPCEndpoint",
                endpoint -> withStatement(endpoint, Value.of("*"))));
        all.add(Weakening.of(policy + " without its records", WILDCARD, policy, Weakenings::withoutMetadata)
                .where(resource -> !resource.options().metadata().isEmpty()));
        all.add(Weakening.of(
                        "a gateway endpoint without its records",
                        WILDCARD,
                        "AWS::EC2::VPCEndpoint",
                        Weakenings::withoutMetadata)
                .where(resource -> !resource.options().metadata().isEmpty()));
        all.add(Weakening.of("a record of nothing", "OrphanedException", policy, Weakenings::withIdleRecord));
    }

    private static Resource withoutMetadata(Resource resource) {
        return resource.withOptions(
                resource.options().toBuilder().metadata(Map.of()).build());
    }

    private static Resource withStatement(Resource resource, Value<?> principal) {
        Value<?> statement = MapValue.ofAny(PropertyBag.builder()
                .put("Sid", Value.of("Weak"))
                .put("Effect", Value.of("Allow"))
                .put("Principal", principal)
                .put("Action", Value.of("s3:GetObject"))
                .put("Resource", Value.of("arn:aws:s3:::one/two"))
                .build());
        return resource.withProperties(resource.properties()
                .with(
                        "PolicyDocument",
                        MapValue.ofAny(PropertyBag.of("Statement", ListValue.ofAny(List.of(statement))))));
    }

    private static Resource withIdleRecord(Resource resource) {
        return resource.withOptions(resource.options().toBuilder()
                .metadata(ExceptionRecord.metadata(ExceptionRecord.of("NoSuchStatement", "*", "None", "None")))
                .build());
    }

    private static Weakening addStatement(String type, String actionKey, Value<?> action, Value<?> resource) {
        Value<?> statement = MapValue.ofAny(PropertyBag.builder()
                .put("Sid", Value.of("Weak"))
                .put("Effect", Value.of("Allow"))
                .put(actionKey, action)
                .put("Resource", resource)
                .build());
        return Weakening.of(
                type + " allows " + actionKey + " " + action + " on " + resource,
                WILDCARD,
                type,
                victim -> Edits.append(victim, "PolicyDocument.Statement", statement));
    }

    private static void addNetwork(List<Weakening> all) {
        String group = "AWS::EC2::SecurityGroup";
        String endpoint = "AWS::EC2::VPCEndpoint";
        all.add(Weakening.set(OPEN, group, "SecurityGroupEgress", null));
        all.add(Weakening.set(OPEN, group, "SecurityGroupEgress", ListValue.ofAny(List.of())));
        all.add(Weakening.set(OPEN, group, "SecurityGroupEgress.CidrIp", Value.of("0.0.0.0/0")));
        all.add(Weakening.set(OPEN, group, "SecurityGroupEgress.IpProtocol", Value.of("-1")));
        all.add(Weakening.of("a group open to all", OPEN, group, Weakenings::withOpenIngress));
        all.add(Weakening.set(OPEN, "AWS::EC2::SecurityGroupIngress", "IpProtocol", Value.of("-1")));
        all.add(Weakening.set("WayToInternet", "AWS::EC2::Subnet", "MapPublicIpOnLaunch", Value.of(true)));
        all.add(Weakening.set("WayToInternet", "AWS::RDS::DBInstance", "PubliclyAccessible", Value.of(true)));
        all.add(Weakening.beside("a second endpoint", "AmbiguousEndpoint", endpoint, twin -> twin));
        all.add(Weakening.set("EndpointWithoutPolicy", endpoint, "PolicyDocument", null));
        all.add(Weakening.set(
                        "FunctionReachesServices",
                        endpoint,
                        "RouteTableIds",
                        ListValue.ofAny(List.of(Value.of("rtb-0123456789abcdef0"))))
                .where(resource -> resource.logicalId().name().startsWith("DynamoDB"))
                .spokenOf("AWS::Lambda::Function"));
    }

    private static Resource withOpenIngress(Resource group) {
        Value<?> rule = MapValue.ofAny(PropertyBag.builder()
                .put("IpProtocol", Value.of("tcp"))
                .put("FromPort", Value.of(443))
                .put("ToPort", Value.of(443))
                .put("CidrIpv6", Value.of("::/0"))
                .build());
        return group.withProperties(group.properties().with("SecurityGroupIngress", ListValue.ofAny(List.of(rule))));
    }

    private static void addData(List<Weakening> all) {
        all.add(Weakening.set(
                "UnrecoverableTable",
                "AWS::DynamoDB::Table",
                "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
                FALSE));
        all.add(Weakening.set("UnrecoverableTable", "AWS::DynamoDB::Table", "PointInTimeRecoverySpecification", null));
        for (String block :
                List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
            all.add(Weakening.set("PublicBucket", "AWS::S3::Bucket", "PublicAccessBlockConfiguration." + block, FALSE));
        }
        all.add(Weakening.set("ShortLogRetention", "AWS::Logs::LogGroup", "RetentionInDays", Value.of(30)));
        all.add(Weakening.set("ShortLogRetention", "AWS::Logs::LogGroup", "RetentionInDays", null));
    }

    private static void addStructure(List<Weakening> all) {
        all.add(Weakening.of(
                "a key that waits for its alias",
                "CircularDependency",
                "AWS::KMS::Key",
                key -> key.withOptions(key.options().toBuilder()
                        .addDependsOn(LogicalId.of(key.logicalId() + "Alias"))
                        .build())));
        all.add(Weakening.of(
                "a misspelt property",
                "UnknownProperty",
                "AWS::KMS::Key",
                key -> key.withProperties(key.properties().with("EnableKeyRotations", Value.of(true)))));
        all.add(Weakening.of(
                "a resource that is not there",
                "DanglingDependsOn",
                "AWS::KMS::Key",
                key -> key.withOptions(key.options().toBuilder()
                        .addDependsOn(LogicalId.of("Gone"))
                        .build())));
    }
}

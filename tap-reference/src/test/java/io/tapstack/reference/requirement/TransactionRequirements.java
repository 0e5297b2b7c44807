package io.tapstack.reference.requirement;

import static io.tapstack.reference.requirement.Change.append;
import static io.tapstack.reference.requirement.Change.drop;
import static io.tapstack.reference.requirement.Change.options;
import static io.tapstack.reference.requirement.Change.parameter;
import static io.tapstack.reference.requirement.Change.set;
import static io.tapstack.reference.requirement.Change.with;
import static io.tapstack.reference.requirement.Change.without;
import static io.tapstack.reference.requirement.Change.withoutOutput;
import static io.tapstack.reference.requirement.Change.withoutParameter;

import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The requirements of pipeline A: ten, three options, and what its environment and constraints add. */
final class TransactionRequirements {

    private static final String FUNCTION = "TransactionProcessorFunction";
    private static final String TABLE = "TransactionTable";
    private static final String STREAM = "TransactionStream";
    private static final String KEY = "EncryptionKey";
    private static final String POLICY = "LambdaExecutionPolicy";
    private static final String ELSEWHERE = "arn:aws:kms:us-east-1:111122223333:key/other";

    private TransactionRequirements() {}

    static List<Requirement> all() {
        return List.of(
                one(),
                two(),
                three(),
                four(),
                five(),
                six(),
                seven(),
                eight(),
                nine(),
                ten(),
                secrets(),
                guardDuty(),
                securityHub(),
                constraints(),
                contract());
    }

    private static Requirement one() {
        return Requirement.of("1", "A KMS key with automatic rotation encrypts all resources")
                .shownBy("each key rotates", Encryption::keysRotate)
                .shownBy(
                        "whatever keeps data names a key of the stack",
                        Encryption.everything(
                                "AWS::DynamoDB::Table",
                                "AWS::Kinesis::Stream",
                                "AWS::Logs::LogGroup",
                                "AWS::SQS::Queue",
                                "AWS::Lambda::Function"))
                .rules("UnrotatedKey", "UnencryptedStore")
                .failsIf("the key does not rotate", set(KEY, "EnableKeyRotation", Value.of(false)))
                .failsIf("the table has another key", set(TABLE, "SSESpecification.KMSMasterKeyId", ELSEWHERE))
                .failsIf("the queue has no key", drop("AWS::SQS::Queue", "KmsMasterKeyId"))
                .failsIf("the bucket of Config has no key", drop("AWS::S3::Bucket", "BucketEncryption"))
                .failsIf("the function has no key", drop(FUNCTION, "KmsKeyArn"));
    }

    private static Requirement two() {
        return Requirement.of("2", "A function with 1 GB of memory processes transactions in private subnets")
                .shownBy(
                        "its MemorySize is 1024",
                        (stack, trouble) -> stack.part(FUNCTION)
                                .ifPresentOrElse(
                                        function -> trouble.expect(function, "MemorySize", "1024"),
                                        () -> trouble.expect(false, "there is no " + FUNCTION)))
                .shownBy("functions run in subnets of the stack", Network::functionsInside)
                .shownBy("three subnets are private, and nothing leads out", Network.privateSubnets(3))
                .failsIf("it has 512 MB", set(FUNCTION, "MemorySize", Value.of(512)))
                .failsIf("it runs outside of the network", drop(FUNCTION, "VpcConfig"))
                .failsIf(
                        "a subnet gives public addresses", set("PrivateSubnet2", "MapPublicIpOnLaunch", Value.of(true)))
                .failsIf("there is a NAT gateway", with("Nat", "AWS::EC2::NatGateway"));
    }

    private static Requirement three() {
        return Requirement.of("3", "The table is encrypted with the key and has point-in-time recovery")
                .shownBy("the key of the table is one of the stack", Encryption.of("AWS::DynamoDB::Table"))
                .shownBy("its encryption is KMS", Stores::tablesUseKms)
                .shownBy("it has point-in-time recovery", Stores::tablesRecover)
                .failsIf("it has a key of AWS", drop(TABLE, "SSESpecification.KMSMasterKeyId"))
                .failsIf("it is not encrypted by KMS", set(TABLE, "SSESpecification.SSEEnabled", Value.of(false)))
                .failsIf("it cannot be recovered", drop(TABLE, "PointInTimeRecoverySpecification"));
    }

    private static Requirement four() {
        return Requirement.of("4", "A Kinesis stream is encrypted on the server by KMS")
                .shownBy("the key of the stream is one of the stack", Encryption.of("AWS::Kinesis::Stream"))
                .shownBy(
                        "its encryption is KMS",
                        (stack, trouble) -> stack.parts("AWS::Kinesis::Stream")
                                .forEach(stream -> trouble.expect(stream, "StreamEncryption.EncryptionType", "KMS")))
                .failsIf("there is no stream", without(STREAM))
                .failsIf("it is not encrypted", drop(STREAM, "StreamEncryption"))
                .failsIf("its encryption is NONE", set(STREAM, "StreamEncryption.EncryptionType", "NONE"));
    }

    private static Requirement five() {
        return Requirement.of("5", "VPC endpoints for DynamoDB, Lambda and KMS")
                .shownBy(
                        "there are endpoints of these, and of Kinesis, which the code calls; each has a policy without"
                                + " wildcards, and routes or private names",
                        Network.endpoints("dynamodb", "lambda", "kms", "kinesis-streams"))
                .rules("FunctionReachesServices", "EndpointWithoutPolicy")
                .failsIf("there is none of DynamoDB", without("DynamoDBVPCEndpoint"))
                .failsIf("there is none of Lambda", without("LambdaVPCEndpoint"))
                .failsIf("there is none of KMS", without("KMSVPCEndpoint"))
                .failsIf("one has no policy", drop("KMSVPCEndpoint", "PolicyDocument"))
                .failsIf("that of DynamoDB has no route", drop("DynamoDBVPCEndpoint", "RouteTableIds"))
                .failsIf(
                        "that of DynamoDB lets everybody in",
                        drop("DynamoDBVPCEndpoint", "PolicyDocument.Statement.Condition"))
                .failsIf("one has no private name", set("KinesisVPCEndpoint", "PrivateDnsEnabled", Value.of(false)));
    }

    private static Requirement six() {
        return Requirement.of("6", "Groups of logs are encrypted by KMS and kept for 90 days")
                .shownBy("each group keeps logs for 90 days, and each function writes to one", Watching.logs(90))
                .shownBy("the key of each is one of the stack", Encryption.of("AWS::Logs::LogGroup"))
                .rules("ShortLogRetention")
                .failsIf("one keeps logs for 30 days", set("LambdaLogGroup", "RetentionInDays", Value.of(30)))
                .failsIf("one keeps logs for ever", drop("FlowLogGroup", "RetentionInDays"))
                .failsIf("one has no key", drop("LambdaLogGroup", "KmsKeyId"))
                .failsIf("the function writes to a group that Lambda makes", drop(FUNCTION, "LoggingConfig"));
    }

    private static Requirement seven() {
        return Requirement.of("7", "Roles have explicit permissions, without wildcards")
                .shownBy("no action has a wildcard, and no policy of AWS is attached", Rights::areExplicit)
                .shownBy("each function has a role of its own", Rights::functionsHaveTheirOwn)
                .rules("UnexplainedWildcard", "OrphanedException")
                .failsIf("an action is a wildcard", set(POLICY, "PolicyDocument.Statement.0.Action", "dynamodb:*"))
                .failsIf(
                        "a second statement has a wildcard",
                        append(
                                POLICY,
                                "PolicyDocument.Statement",
                                Value.json(
                                        Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "arn:aws:s3:::x"))))
                .failsIf("a resource is a wildcard", set(POLICY, "PolicyDocument.Statement.0.Resource", "*"))
                .failsIf(
                        "a policy of AWS is attached",
                        set(
                                "LambdaExecutionRole",
                                "ManagedPolicyArns",
                                Value.strings("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess")))
                .failsIf("the wildcards have no records", options(POLICY, options -> options.metadata(Map.of())));
    }

    private static Requirement eight() {
        return Requirement.of("8", "Security groups allow only the traffic that is needed")
                .shownBy("each rule names one port, and no range is open", Network::groupsAreExplicit)
                .rules("OpenSecurityGroup", "FunctionReachesServices")
                .failsIf("a group has no egress rule", drop("VPCEndpointSecurityGroup", "SecurityGroupEgress"))
                .failsIf("a rule is open to all", set("LambdaSecurityGroup", "SecurityGroupEgress.CidrIp", "0.0.0.0/0"))
                .failsIf("a rule opens all ports", set("AWS::EC2::SecurityGroupIngress", "ToPort", Value.of(65535)))
                .failsIf("the endpoints let nobody in", without("AWS::EC2::SecurityGroupIngress"));
    }

    private static Requirement nine() {
        return Requirement.of("9", "Config rules watch that everything is encrypted")
                .shownBy(
                        "there is a rule for each encrypted type, and the recorder records what rules judge",
                        Watching.configRules(
                                "DYNAMODB_TABLE_ENCRYPTED_KMS",
                                "DYNAMODB_PITR_ENABLED",
                                "KINESIS_STREAM_ENCRYPTED",
                                "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
                                "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
                                "CMK_BACKING_KEY_ROTATION_ENABLED",
                                "LAMBDA_INSIDE_VPC",
                                "VPC_FLOW_LOGS_ENABLED",
                                "VPC_DEFAULT_SECURITY_GROUP_CLOSED"))
                .shownBy("the bucket is watched where there is one", (stack, trouble) -> {
                    if (stack.has("AWS::S3::Bucket")) {
                        Watching.configRules(
                                        "S3_DEFAULT_ENCRYPTION_KMS",
                                        "S3_BUCKET_SSL_REQUESTS_ONLY",
                                        "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
                                        "S3_BUCKET_VERSIONING_ENABLED")
                                .check(stack, trouble);
                    }
                })
                .shownBy("the recorder delivers to a bucket of the stack", Watching::recorderDelivers)
                .byDefault("there is a recorder", stack -> stack.has("AWS::Config::ConfigurationRecorder"))
                .failsIf("there is no rule for the stream", without("KinesisEncryptionRule"))
                .failsIf("the recorder does not record tables", recorder("AWS::Kinesis::Stream"))
                .failsIf("there is no channel", without("AWS::Config::DeliveryChannel"))
                .failsIf("there is no recorder", without("AWS::Config::ConfigurationRecorder"));
    }

    private static UnaryOperator<Template> recorder(String type) {
        return set("AWS::Config::ConfigurationRecorder", "RecordingGroup.ResourceTypes", Value.strings(type));
    }

    private static Requirement ten() {
        return Requirement.of("10", "A parameter turns on the stack's termination protection; it is false by default")
                .shownBy(
                        "it protects the table from deletion, and a Config rule watches the stack",
                        (stack, trouble) -> {
                            String wanted = stack.assignment().getOrDefault("EnableTerminationProtection", "");
                            boolean watched =
                                    stack.part("TerminationProtectionRule").isPresent();
                            trouble.expect(
                                    stack.parameter("EnableTerminationProtection")
                                            .isPresent(),
                                    "there is no parameter");
                            trouble.expect(watched == wanted.equals("true"), "watched: " + watched);
                            stack.part(TABLE)
                                    .ifPresent(table -> trouble.expect(table, "DeletionProtectionEnabled", wanted));
                        })
                .byDefault(
                        "it is false",
                        stack -> "false".equals(stack.assignment().get("EnableTerminationProtection")))
                .failsIf("there is no such parameter", withoutParameter("EnableTerminationProtection"))
                .failsIf("it is true by default", parameter("EnableTerminationProtection", "Default", "true"))
                .failsIf("the table is never protected", set(TABLE, "DeletionProtectionEnabled", Value.of(false)))
                .failsIf(
                        "the stack is always watched",
                        options("TerminationProtectionRule", TransactionRequirements::unconditional));
    }

    private static ResourceOptions.Builder unconditional(ResourceOptions.Builder options) {
        return options.condition(Optional.empty());
    }

    private static Requirement secrets() {
        String secret = "AWS::SecretsManager::Secret";
        return Requirement.of("Option 1", "Secrets Manager rotates API keys")
                .shownBy(
                        "each secret has a schedule, and a function that Secrets Manager may invoke", Rotation::isWired)
                .shownBy("secrets are encrypted with the key", Encryption.everything())
                .sometimes("there is a secret", stack -> stack.has(secret))
                .byDefault("there is none", stack -> !stack.has(secret))
                .failsIf("there is no secret", without(secret))
                .failsIf("there is no schedule", without("AWS::SecretsManager::RotationSchedule"))
                .failsIf("Secrets Manager may not invoke", without("AWS::Lambda::Permission"))
                .failsIf("it is always there", options(secret, TransactionRequirements::unconditional));
    }

    private static Requirement guardDuty() {
        return option("Option 2", "GuardDuty detects threats", "AWS::GuardDuty::Detector", "EnableGuardDuty")
                .failsIf("it is off", set("AWS::GuardDuty::Detector", "Enable", Value.of(false)));
    }

    private static Requirement securityHub() {
        return option("Option 3", "Security Hub shows compliance", "AWS::SecurityHub::Hub", "EnableSecurityHub")
                .shownBy("standards are followed where there is a hub", (stack, trouble) -> {
                    boolean follows = stack.has("AWS::SecurityHub::Standard");
                    trouble.expect(follows == stack.has("AWS::SecurityHub::Hub"), "standards: " + follows);
                })
                .failsIf("no standard is followed", without("AWS::SecurityHub::Standard"));
    }

    private static Requirement option(String number, String text, String type, String parameter) {
        return Requirement.of(number, text)
                .shownBy("it is there exactly if the parameter says so, and enabled", (stack, trouble) -> {
                    String wanted = stack.assignment().getOrDefault(parameter, "none");
                    trouble.expect(
                            stack.has(type) == wanted.equals("true"),
                            "there: " + stack.has(type) + " with " + parameter + " " + wanted);
                    stack.parts(type).forEach(part -> trouble.expect(!part.is("Enable", "false"), "it is off"));
                })
                .sometimes("it is there", stack -> stack.has(type))
                .byDefault("it is not", stack -> !stack.has(type))
                .failsIf("it is never there", without(type))
                .failsIf("it is always there", options(type, TransactionRequirements::unconditional))
                .failsIf("it is there by default", parameter(parameter, "Default", "true"));
    }

    private static Requirement constraints() {
        return Requirement.of(
                        "Constraints",
                        "Three zones, no way to the internet, key only through services, no protection in tests")
                .shownBy("three subnets are private, and nothing leads out", Network.privateSubnets(3))
                .shownBy("the key is used through services, by this account", Encryption::keyPoliciesAreBound)
                .byDefault(
                        "nothing is protected from deletion",
                        stack -> stack.parts().stream()
                                .noneMatch(part -> part.is("DeletionProtectionEnabled", "true")
                                        || part.options()
                                                .deletionPolicy()
                                                .filter(Literal.of("Retain")::equals)
                                                .isPresent()))
                .failsIf("there are two zones", without("PrivateSubnet3"))
                .failsIf("there is an internet gateway", with("Gateway", "AWS::EC2::InternetGateway"))
                .failsIf("the key may be used directly", drop(KEY, "KeyPolicy.Statement.1.Condition"))
                .failsIf("the table is protected", set(TABLE, "DeletionProtectionEnabled", Value.of(true)))
                .failsIf("the table is kept", options(TABLE, options -> options.deletionPolicy(Value.of("Retain"))));
    }

    private static Requirement contract() {
        List<String> outputs = List.of(
                "VPCId",
                "PrivateSubnetIds",
                "KMSKeyId",
                "KMSKeyArn",
                "DynamoDBTableName",
                "DynamoDBTableArn",
                "KinesisStreamName",
                "KinesisStreamArn",
                "LambdaFunctionName",
                "LambdaFunctionArn",
                "CloudWatchLogGroupName",
                "LambdaSecurityGroupId");
        return Requirement.of("Example", "Parameters, outputs and names of the example are kept")
                .shownBy(
                        "the outputs are there",
                        (stack, trouble) -> outputs.forEach(
                                name -> trouble.expect(stack.output(name).isPresent(), "there is no output " + name)))
                .shownBy(
                        "names end in the suffix",
                        (stack, trouble) -> Map.of(
                                        TABLE + ".TableName",
                                        "transactions-${EnvironmentSuffix}",
                                        STREAM + ".Name",
                                        "transaction-stream-${EnvironmentSuffix}",
                                        FUNCTION + ".FunctionName",
                                        "transaction-processor-${EnvironmentSuffix}",
                                        "LambdaLogGroup.LogGroupName",
                                        "/aws/lambda/transaction-processor-${EnvironmentSuffix}")
                                .forEach((place, name) -> Names.expect(stack, place, name, trouble)))
                .shownBy("resources have the tags of the conventions", Watching::tags)
                .byDefault(
                        "the bucket is an output",
                        stack -> stack.output("ConfigBucketName").isPresent())
                .failsIf("an output is gone", withoutOutput("KinesisStreamArn"))
                .failsIf("the bucket is no output", withoutOutput("ConfigBucketName"))
                .failsIf("a name is another", set(TABLE, "TableName", "transactions"))
                .failsIf("an endpoint has no tags", drop("KMSVPCEndpoint", "Tags"));
    }
}

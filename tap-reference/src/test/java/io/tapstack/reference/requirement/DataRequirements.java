package io.tapstack.reference.requirement;

import static io.tapstack.reference.requirement.Change.append;
import static io.tapstack.reference.requirement.Change.drop;
import static io.tapstack.reference.requirement.Change.options;
import static io.tapstack.reference.requirement.Change.parameter;
import static io.tapstack.reference.requirement.Change.set;
import static io.tapstack.reference.requirement.Change.with;
import static io.tapstack.reference.requirement.Change.without;

import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirements of pipeline B: ten, three options, and what its environment and constraints add. */
final class DataRequirements {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String TRAIL = "AWS::CloudTrail::Trail";
    private static final String SECRET = "AWS::SecretsManager::Secret";

    private DataRequirements() {}

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
                sns(),
                config(),
                guardDuty(),
                constraints());
    }

    private static Requirement one() {
        return Requirement.of("1", "A bucket is encrypted by SSE-KMS with a customer managed key")
                .shownBy("the key of each bucket is one of the stack", Encryption.of(BUCKET))
                .shownBy("its algorithm is aws:kms", Encryption::bucketsUseKms)
                .rules("UnencryptedStore")
                .failsIf("a bucket has no key", drop(BUCKET, Encryption.BUCKET))
                .failsIf("a bucket uses SSE-S3", set(BUCKET, algorithm(), "AES256"))
                .failsIf("a bucket has the key of AWS", set(BUCKET, Encryption.BUCKET, "alias/aws/s3"));
    }

    private static String algorithm() {
        return Encryption.BUCKET.replace("KMSMasterKeyID", "SSEAlgorithm");
    }

    private static Requirement two() {
        return Requirement.of("2", "A function processes the files that are uploaded")
                .shownBy("a bucket invokes a function of the stack, which S3 may invoke for it only", Uploads::invoke)
                .failsIf("the bucket tells nobody", drop(BUCKET, "NotificationConfiguration"))
                .failsIf("S3 may not invoke it", without("AWS::Lambda::Permission"))
                .failsIf("any bucket of that name may invoke it", drop("AWS::Lambda::Permission", "SourceAccount"));
    }

    private static Requirement three() {
        return Requirement.of("3", "Buckets keep versions, and move objects to infrequent access after 30 days")
                .shownBy("versions are kept", Stores::bucketsKeepVersions)
                .shownBy("objects move after 30 days", Stores.lifecycle("STANDARD_IA", 30))
                .failsIf("versioning is suspended", set(BUCKET, "VersioningConfiguration.Status", "Suspended"))
                .failsIf("there is no lifecycle", drop(BUCKET, "LifecycleConfiguration"));
    }

    private static Requirement four() {
        return Requirement.of("4", "A table for metadata has point-in-time recovery")
                .shownBy("each table has it", Stores::tablesRecover)
                .rules("UnrecoverableTable")
                .failsIf("there is no table", without(TABLE))
                .failsIf(
                        "it is switched off",
                        set(TABLE, "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", Value.of(false)));
    }

    private static Requirement five() {
        return Requirement.of("5", "The function's role has specific permissions for S3 and DynamoDB only")
                .shownBy("no action has a wildcard, and no policy of AWS is attached", Rights::areExplicit)
                .shownBy("each function has a role of its own", Rights::functionsHaveTheirOwn)
                .shownBy("it reads objects and writes items of the stack", Uploads::roleReadsAndWrites)
                .rules("UnexplainedWildcard", "OrphanedException")
                .failsIf("it may do anything with S3", Change.action("s3:GetObject", "s3:*"))
                .failsIf("it may read every object", Change.resource("s3:GetObject", Value.of("*")))
                .failsIf("it may not read objects", Change.action("s3:GetObject", "s3:GetBucketAcl"))
                .failsIf(
                        "it has a policy of AWS",
                        set(
                                "AWS::IAM::Role",
                                "ManagedPolicyArns",
                                Value.strings("arn:aws:iam::aws:policy/AmazonS3FullAccess")));
    }

    private static Requirement six() {
        return Requirement.of("6", "A network with private subnets, and endpoints for S3 and DynamoDB")
                .shownBy("subnets in two zones are private, and nothing leads out", Network.privateSubnets(2))
                .shownBy("functions run in them", Network::functionsInside)
                .shownBy(
                        "there are endpoints of both, and of Secrets Manager, which the code calls",
                        Network.endpoints("s3", "dynamodb", "secretsmanager"))
                .rules("FunctionReachesServices", "EndpointWithoutPolicy")
                .failsIf("there is no endpoint of S3", without("AWS::EC2::VPCEndpoint", "ServiceName", ".s3"))
                .failsIf("there is none of DynamoDB", without("AWS::EC2::VPCEndpoint", "ServiceName", ".dynamodb"))
                .failsIf("an endpoint has no policy", drop("AWS::EC2::VPCEndpoint", "PolicyDocument"))
                .failsIf("a subnet is public", set("AWS::EC2::Subnet", "MapPublicIpOnLaunch", Value.of(true)));
    }

    private static Requirement seven() {
        return Requirement.of("7", "CloudTrail logs data events of S3, with validation of its files")
                .shownBy("a trail logs, validates, and records the objects of every bucket", Trails::recordAllBuckets)
                .failsIf("there is no trail", without(TRAIL))
                .failsIf("files are not validated", set(TRAIL, "EnableLogFileValidation", Value.of(false)))
                .failsIf("it does not log", set(TRAIL, "IsLogging", Value.of(false)))
                .failsIf("it records no data", drop(TRAIL, "EventSelectors"))
                .failsIf("it records writes only", set(TRAIL, "EventSelectors.ReadWriteType", "WriteOnly"));
    }

    private static Requirement eight() {
        return Requirement.of("8", "What the function needs to know is kept in Secrets Manager")
                .shownBy("its environment names a secret that it may read, and nothing literal", Uploads::configuration)
                .shownBy("secrets are encrypted with the key", Encryption.of(SECRET))
                .failsIf("there is no secret", without(SECRET))
                .failsIf("a value stands in the environment", set(FUNCTION, "Environment.Variables.MODE", "strict"))
                .failsIf(
                        "the function may not read it",
                        Change.action("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"))
                .failsIf("it has no key", drop(SECRET, "KmsKeyId"));
    }

    private static Requirement nine() {
        return Requirement.of("9", "Logs of the function are kept for 90 days")
                .shownBy("each group keeps logs for 90 days, and each function writes to one", Watching.logs(90))
                .shownBy("groups are encrypted with the key", Encryption.of("AWS::Logs::LogGroup"))
                .rules("ShortLogRetention")
                .failsIf("they are kept for 60 days", set("AWS::Logs::LogGroup", "RetentionInDays", Value.of(60)))
                .failsIf("the function has no group", drop(FUNCTION, "LoggingConfig"));
    }

    private static Requirement ten() {
        return Requirement.of("10", "Everything but groups of logs is retained")
                .shownBy("both policies of each resource are Retain, of groups of logs Delete", Stores::allIsKept)
                .failsIf(
                        "a subnet goes",
                        options("AWS::EC2::Subnet", options -> options.deletionPolicy(Optional.empty())))
                .failsIf(
                        "a permission goes when it is replaced",
                        options("AWS::Lambda::Permission", options -> options.updateReplacePolicy(Value.of("Delete"))))
                .failsIf(
                        "a group of logs stays",
                        options("AWS::Logs::LogGroup", options -> options.deletionPolicy(Value.of("Retain"))));
    }

    private static Requirement sns() {
        String topic = "AWS::SNS::Topic";
        return Requirement.of("Option 1", "A topic tells of failed executions")
                .shownBy("an alarm on errors of the function tells the topic where there is one", (stack, trouble) -> {
                    if (stack.has(topic)) {
                        Watching.alarm("AWS/Lambda", "Errors").check(stack, trouble);
                        Uploads.alarmsTell(stack, trouble);
                    }
                })
                .sometimes("there is a topic", stack -> stack.has(topic))
                .failsIf("there is no topic", without(topic))
                .failsIf("there is no alarm", without("AWS::CloudWatch::Alarm"))
                .failsIf("the alarm tells nobody", drop("AWS::CloudWatch::Alarm", "AlarmActions"));
    }

    private static Requirement config() {
        String rule = "AWS::Config::ConfigRule";
        return Requirement.of("Option 2", "Config rules check compliance")
                .shownBy("they are complete where there is one", (stack, trouble) -> {
                    if (stack.has(rule)) {
                        Watching.configRules(
                                        "S3_DEFAULT_ENCRYPTION_KMS",
                                        "S3_BUCKET_VERSIONING_ENABLED",
                                        "DYNAMODB_TABLE_ENCRYPTED_KMS",
                                        "DYNAMODB_PITR_ENABLED",
                                        "CMK_BACKING_KEY_ROTATION_ENABLED",
                                        "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
                                        "LAMBDA_INSIDE_VPC")
                                .check(stack, trouble);
                        Watching.recorderDelivers(stack, trouble);
                    }
                })
                .sometimes("there are rules", stack -> stack.has(rule))
                .failsIf("there are none", without(rule))
                .failsIf("one is missing", without(rule, "Source.SourceIdentifier", "DYNAMODB_PITR_ENABLED"))
                .failsIf("the recorder has no channel", without("AWS::Config::DeliveryChannel"));
    }

    private static Requirement guardDuty() {
        String detector = "AWS::GuardDuty::Detector";
        return Requirement.of("Option 3", "GuardDuty detects threats")
                .shownBy("it is there exactly if EnableGuardDuty says so, and enabled", (stack, trouble) -> {
                    boolean wanted = "true".equals(stack.assignment().get("EnableGuardDuty"));
                    trouble.expect(stack.has(detector) == wanted, "there: " + stack.has(detector));
                    stack.parts(detector).forEach(part -> trouble.expect(part, "Enable", "true"));
                })
                .sometimes("it is there", stack -> stack.has(detector))
                .byDefault("it is not", stack -> !stack.has(detector))
                .failsIf("it is never there", without(detector))
                .failsIf("it is off", set(detector, "Enable", Value.of(false)))
                .failsIf("it is there by default", parameter("EnableGuardDuty", "Default", "true"));
    }

    private static Requirement constraints() {
        return Requirement.of("Constraints", "Keys of the customer everywhere, TLS only, no way to the internet, tags")
                .shownBy(
                        "whatever keeps data names a key of the stack",
                        Encryption.everything(BUCKET, TABLE, TRAIL, SECRET, "AWS::Logs::LogGroup"))
                .shownBy("keys rotate, and are used through services", Encryption::keysRotate)
                .shownBy("buckets are closed to the public", Stores::bucketsAreClosed)
                .shownBy("each bucket refuses plain requests", Uploads::tlsOnly)
                .shownBy("security groups name one port each", Network::groupsAreExplicit)
                .shownBy("resources have the tags of the conventions", Watching::tags)
                .rules("PublicBucket", "OpenSecurityGroup", "UnrotatedKey", "WayToInternet")
                .failsIf("the trail has no key", drop(TRAIL, "KMSKeyId"))
                .failsIf("a bucket is open", drop(BUCKET, "PublicAccessBlockConfiguration"))
                .failsIf("plain requests pass", without("AWS::S3::BucketPolicy"))
                .failsIf("there is an internet gateway", with("Gateway", "AWS::EC2::InternetGateway"))
                .failsIf("the key does not rotate", set("AWS::KMS::Key", "EnableKeyRotation", Value.of(false)))
                .failsIf("a group is open", append("AWS::EC2::SecurityGroup", "SecurityGroupIngress", open()))
                .failsIf("buckets have no tags", drop(BUCKET, "Tags"));
    }

    private static Value<?> open() {
        return Value.json(Map.of("IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, "CidrIp", "0.0.0.0/0"));
    }
}

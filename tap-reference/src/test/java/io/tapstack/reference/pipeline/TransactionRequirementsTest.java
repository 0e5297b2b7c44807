package io.tapstack.reference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each requirement of pipeline A is one test on its template. */
class TransactionRequirementsTest {

    private static final GetAtt<String> KEY = GetAtt.of(LogicalId.of("EncryptionKey"), "Arn");

    private final Template template = new TransactionPipeline().template();
    private final Look look = new Look(template);

    @Test
    @DisplayName("1: a KMS key with rotation encrypts everything that can be encrypted")
    void oneKeyEncryptsEverything() {
        assertThat(look.text("EncryptionKey/EnableKeyRotation")).isEqualTo("true");
        Map<String, String> keyOf = Map.of(
                "AWS::DynamoDB::Table", "SSESpecification/KMSMasterKeyId",
                "AWS::Kinesis::Stream", "StreamEncryption/KeyId",
                "AWS::Logs::LogGroup", "KmsKeyId",
                "AWS::SQS::Queue", "KmsMasterKeyId",
                "AWS::Lambda::Function", "KmsKeyArn",
                "AWS::S3::Bucket",
                        "BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID",
                "AWS::Config::DeliveryChannel", "S3KmsKeyArn");
        for (Map.Entry<String, String> type : keyOf.entrySet()) {
            assertThat(look.all(type.getKey())).as(type.getKey()).isNotEmpty();
            for (Resource resource : look.all(type.getKey())) {
                assertThat(look.at(resource.logicalId() + "/" + type.getValue()))
                        .as(resource.toString())
                        .isEqualTo(KEY);
            }
        }
    }

    @Test
    @DisplayName("2: the function has 1 GB of memory and runs in the private subnets")
    void functionRunsInPrivateSubnets() {
        assertThat(look.text("TransactionProcessorFunction/MemorySize")).isEqualTo("1024");
        List<Value<?>> subnets = look.list("TransactionProcessorFunction/VpcConfig/SubnetIds");
        assertThat(subnets).hasSize(3);
        for (Value<?> subnet : subnets) {
            String id = ((Ref<?>) subnet).target();
            assertThat(look.resource(id).resourceType()).isEqualTo("AWS::EC2::Subnet");
            assertThat(look.text(id + "/MapPublicIpOnLaunch")).isEqualTo("false");
        }
        assertThat(template.resources())
                .extracting(Resource::resourceType)
                .doesNotContain(
                        "AWS::EC2::InternetGateway",
                        "AWS::EC2::NatGateway",
                        "AWS::EC2::EgressOnlyInternetGateway",
                        "AWS::EC2::Route");
    }

    @Test
    @DisplayName("3: the table is encrypted with the key and has point-in-time recovery")
    void tableIsEncryptedAndRecoverable() {
        assertThat(look.text("TransactionTable/SSESpecification/SSEEnabled")).isEqualTo("true");
        assertThat(look.text("TransactionTable/SSESpecification/SSEType")).isEqualTo("KMS");
        assertThat(look.text("TransactionTable/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
                .isEqualTo("true");
    }

    @Test
    @DisplayName("4: the stream is encrypted by KMS")
    void streamIsEncrypted() {
        assertThat(look.text("TransactionStream/StreamEncryption/EncryptionType"))
                .isEqualTo("KMS");
    }

    @TestFactory
    @DisplayName("5: endpoints for DynamoDB, Lambda and KMS, and for Kinesis, which the code calls")
    Stream<DynamicTest> endpoints() {
        return Stream.of("DynamoDB", "Lambda", "KMS", "Kinesis")
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    String id = service + "VPCEndpoint";
                    assertThat(look.resource(id).resourceType()).isEqualTo("AWS::EC2::VPCEndpoint");
                    for (ObjectValue<?> statement : statements(look.at(id + "/PolicyDocument"))) {
                        assertThat(Look.texts(member(statement, "Action"))).noneMatch(action -> action.contains("*"));
                        assertThat(Look.texts(member(statement, "Resource"))).doesNotContain("*");
                    }
                }));
    }

    @Test
    @DisplayName("6: log groups are kept for 90 days")
    void logsAreKept() {
        assertThat(look.all("AWS::Logs::LogGroup")).hasSize(2);
        for (Resource group : look.all("AWS::Logs::LogGroup")) {
            assertThat(look.text(group.logicalId() + "/RetentionInDays")).isEqualTo("90");
        }
    }

    @Test
    @DisplayName("7: no wildcard in an action; a wildcard in a resource has its record")
    void noWildcards() {
        List<String> unexplained = new ArrayList<>();
        for (Resource resource : template.resources()) {
            boolean recorded = resource.options().metadata().containsKey(ExceptionRecord.METADATA_KEY);
            for (String name : resource.properties().names()) {
                for (ObjectValue<?> object :
                        Look.objects(resource.properties().get(name).orElseThrow())) {
                    if (object.members().has("Effect")) {
                        judge(resource, object, recorded, unexplained);
                    }
                }
            }
        }
        assertThat(unexplained).isEmpty();
        for (Resource role : look.all("AWS::IAM::Role")) {
            assertThat(role.properties().has("ManagedPolicyArns"))
                    .as(role.toString())
                    .isFalse();
        }
    }

    private static void judge(Resource resource, ObjectValue<?> statement, boolean recorded, List<String> unexplained) {
        boolean allows = member(statement, "Effect").equals(Value.of("Allow"));
        boolean wideAction = Look.texts(member(statement, "Action")).stream().anyMatch(action -> action.contains("*"));
        if (allows && wideAction) {
            unexplained.add(resource + ": action");
        }
        boolean wideResource = statement.members().has("Resource")
                && Look.texts(member(statement, "Resource")).stream().anyMatch(arn -> arn.contains("*"));
        if ((wideAction || wideResource) && !recorded) {
            unexplained.add(resource + ": no record");
        }
    }

    @Test
    @DisplayName("8: security groups say explicitly what they let in and out, and no range is open")
    void securityGroupsAreExplicit() {
        assertThat(look.all("AWS::EC2::SecurityGroup")).hasSize(2);
        for (Resource group : look.all("AWS::EC2::SecurityGroup")) {
            assertThat(look.list(group.logicalId() + "/SecurityGroupEgress"))
                    .as(group.toString())
                    .isNotEmpty();
        }
        for (Resource resource : template.resources()) {
            assertThat(resource.properties().toString())
                    .doesNotContain("0.0.0.0/0")
                    .doesNotContain("::/0");
        }
        assertThat(look.at("LambdaSecurityGroup/SecurityGroupEgress/0/DestinationPrefixListId"))
                .isInstanceOf(Intrinsic.class);
        assertThat(look.at("LambdaSecurityGroupToEndpoints/DestinationSecurityGroupId"))
                .isEqualTo(GetAtt.of(LogicalId.of("VPCEndpointSecurityGroup"), "GroupId"));
        assertThat(look.at("LambdaSecurityGroupAtEndpoints/SourceSecurityGroupId"))
                .isEqualTo(GetAtt.of(LogicalId.of("LambdaSecurityGroup"), "GroupId"));
    }

    @Test
    @DisplayName("9: a Config rule for each encrypted type, and for what else is promised")
    void configRulesWatch() {
        List<String> identifiers = new ArrayList<>();
        for (Resource rule : look.all("AWS::Config::ConfigRule")) {
            identifiers.add(look.text(rule.logicalId() + "/Source/SourceIdentifier"));
        }
        assertThat(identifiers)
                .containsExactlyInAnyOrder(
                        "DYNAMODB_TABLE_ENCRYPTED_KMS",
                        "DYNAMODB_PITR_ENABLED",
                        "KINESIS_STREAM_ENCRYPTED",
                        "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
                        "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
                        "CMK_BACKING_KEY_ROTATION_ENABLED",
                        "S3_DEFAULT_ENCRYPTION_KMS",
                        "S3_BUCKET_SSL_REQUESTS_ONLY",
                        "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
                        "S3_BUCKET_VERSIONING_ENABLED",
                        "LAMBDA_INSIDE_VPC",
                        "VPC_FLOW_LOGS_ENABLED",
                        "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
                        "CLOUDFORMATION_TERMINATION_PROTECTION_CHECK");
        List<String> recorded = Look.texts(look.at("ConfigRecorder/RecordingGroup/ResourceTypes"));
        for (Resource rule : look.all("AWS::Config::ConfigRule")) {
            if (rule.properties().has("Scope")) {
                assertThat(recorded)
                        .containsAll(Look.texts(look.at(rule.logicalId() + "/Scope/ComplianceResourceTypes")));
            }
        }
    }

    @Test
    @DisplayName("10: the parameter for termination protection is false by default, and has an effect")
    void terminationProtection() {
        Parameter parameter = template.parameters().stream()
                .filter(each -> each.logicalId().name().equals("EnableTerminationProtection"))
                .findFirst()
                .orElseThrow();
        assertThat(parameter.defaultValue()).contains(Value.of("false"));
        assertThat(look.at("TransactionTable/DeletionProtectionEnabled").toString())
                .contains("ProtectFromDeletion");
        assertThat(look.resource("TerminationProtectionRule").options().condition())
                .contains(LogicalId.of("ProtectFromDeletion"));
    }

    @Test
    @DisplayName("The parameters, outputs and exports of the example are kept")
    void contractOfTheExample() {
        assertThat(template.parameters())
                .extracting(parameter -> parameter.logicalId().name())
                .contains("EnvironmentSuffix", "EnableTerminationProtection");
        assertThat(template.outputs())
                .extracting(output -> output.logicalId().name())
                .contains(
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
                        "ConfigBucketName",
                        "LambdaSecurityGroupId");
        Map<String, String> exports = Map.of(
                "VPCId", "${AWS::StackName}-VPC-Id",
                "PrivateSubnetIds", "${AWS::StackName}-PrivateSubnets",
                "LambdaSecurityGroupId", "${AWS::StackName}-Lambda-SG");
        for (Output output : template.outputs()) {
            String export = exports.get(output.logicalId().name());
            if (export != null) {
                assertThat(output.members().get("Export").orElseThrow().toString())
                        .contains(export);
            }
        }
        assertThat(look.text("TransactionTable/TableName")).contains("transactions-${EnvironmentSuffix}");
        assertThat(look.text("TransactionStream/Name")).contains("transaction-stream-${EnvironmentSuffix}");
        assertThat(look.text("TransactionProcessorFunction/FunctionName"))
                .contains("transaction-processor-${EnvironmentSuffix}");
        assertThat(look.text("LambdaLogGroup/LogGroupName"))
                .contains("/aws/lambda/transaction-processor-${EnvironmentSuffix}");
    }

    @Test
    @DisplayName("Every resource that can have tags has the tags of the conventions")
    void tags() {
        for (Resource resource : template.resources()) {
            if (resource.properties().has("Tags")) {
                assertThat(resource.properties().get("Tags").orElseThrow().toString())
                        .as(resource.toString())
                        .contains("Environment", "Project", "ComplianceLevel");
            }
        }
        assertThat(look.all("AWS::EC2::VPCEndpoint"))
                .allMatch(endpoint -> endpoint.properties().has("Tags"));
    }

    private static List<ObjectValue<?>> statements(Value<?> document) {
        return Look.objects(document).stream()
                .filter(object -> object.members().has("Effect"))
                .toList();
    }

    private static Value<?> member(ObjectValue<?> object, String name) {
        return object.members()
                .get(name)
                .orElseThrow(() -> new AssertionError("no " + name + " in " + object.members()));
    }
}

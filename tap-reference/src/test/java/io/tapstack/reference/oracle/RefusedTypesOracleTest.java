package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.Value;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the tests replace is exactly what the emulator refuses, and what they replace is right all the same: the services take it.
 *
 * <p>The stack is the one for production: every condition of the template holds but those of GuardDuty and Security Hub, which the
 * emulator does not have at all.
 */
@Tag("oracle")
@TestMethodOrder(OrderAnnotation.class)
class RefusedTypesOracleTest {

    private static final String STACK = "production";
    private static final Set<LogicalId> NOT_EMULATED =
            Set.of(LogicalId.of("DetectThreats"), LogicalId.of("JudgeSecurity"));
    private static final Template TEMPLATE =
            ReferencePipelines.named("transaction").orElseThrow().template();
    private static final Substitution SUBSTITUTION = Substitution.of(TEMPLATE, RefusedTypes.expected("transaction"));

    private static Emulator emulator;
    private static AwsCli aws;
    private static EmulatedStack stack;
    private static DeployedStack deployed;

    @BeforeAll
    static void deploy() {
        OracleEnvironment tools = OracleEnvironment.ready();
        Path folder = OraclePaths.emptyFolder("production");
        emulator = Emulator.start(tools, folder);
        aws = new AwsCli(tools, emulator, folder);
        stack = EmulatedStack.create(aws, STACK, SUBSTITUTION.template(), parameters("true"));
        deployed = new DeployedStack(aws, TEMPLATE, STACK);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Order(1)
    void the_emulator_refuses_the_expected_types_of_each_pipeline_and_no_other() {
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            assertThat(RefusedTypes.in(pipeline.template(), aws))
                    .as(pipeline.name())
                    .isEqualTo(RefusedTypes.expected(pipeline.name()));
        }
        assertThat(RefusedTypes.in(SUBSTITUTION.template(), aws)).isEmpty();
    }

    @Test
    @Order(2)
    void each_refused_type_is_refused_alone_with_its_real_properties() {
        Map<String, AwsCall> calls = new LinkedHashMap<>();
        for (Resource resource : SUBSTITUTION.replaced()) {
            calls.putIfAbsent(resource.resourceType(), create(resource));
        }

        List<String> refused = new ArrayList<>();
        for (AwsCall.Answer answer : aws.make(List.copyOf(calls.values()))) {
            assertThat(answer.error()).as(answer.toString()).isEqualTo("ValidationError");
            refused.addAll(RefusedTypes.named(answer.json().get("message").textValue()));
        }

        assertThat(refused).containsExactlyElementsOf(calls.keySet());
        assertThat(calls.keySet()).isEqualTo(RefusedTypes.expected("transaction"));
    }

    @Test
    @Order(3)
    void the_services_take_what_was_replaced() {
        assertThat(SUBSTITUTION.replaced())
                .allMatch(resource -> deployed.has(resource)
                        != resource.options()
                                .condition()
                                .filter(NOT_EMULATED::contains)
                                .isPresent());

        new DirectCalls(aws, deployed).make(SUBSTITUTION.replaced());

        String network = deployed.reference("VPC");
        String function = deployed.reference("LambdaSecurityGroup");
        String rotation = deployed.reference("ApiKeyRotationSecurityGroup");
        String endpoints = deployed.reference("VPCEndpointSecurityGroup");
        List<AwsCall.Answer> answers = aws.make(List.of(
                AwsCall.of("config", "DescribeConfigRules", Map.of()),
                AwsCall.of("config", "DescribeConfigurationRecorders", Map.of()),
                AwsCall.of("config", "DescribeDeliveryChannels", Map.of()),
                AwsCall.of("ec2", "DescribeFlowLogs", Map.of()),
                AwsCall.of("ec2", "DescribeSecurityGroups", "GroupIds", List.of(function)),
                AwsCall.of("ec2", "DescribeSecurityGroups", "GroupIds", List.of(endpoints))));
        assertThat(answers.get(0).output().get("ConfigRules")).hasSize((int) SUBSTITUTION.replaced().stream()
                .filter(deployed::has)
                .filter(resource -> resource.resourceType().equals("AWS::Config::ConfigRule"))
                .count());
        assertThat(answers.get(1)
                        .output()
                        .at("/ConfigurationRecorders/0/roleARN")
                        .textValue())
                .isEqualTo(
                        "arn:aws:iam::000000000000:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig");
        assertThat(answers.get(2)
                        .output()
                        .at("/DeliveryChannels/0/s3BucketName")
                        .textValue())
                .isEqualTo("config-snapshots-000000000000-prod");
        assertThat(answers.get(3).output().at("/FlowLogs/0/ResourceId").textValue())
                .isEqualTo(network);
        assertThat(peers(answers.get(4).output().at("/SecurityGroups/0/IpPermissionsEgress")))
                .containsExactly(endpoints);
        assertThat(peers(answers.get(5).output().at("/SecurityGroups/0/IpPermissions")))
                .containsExactlyInAnyOrder(function, rotation);
    }

    /** The emulator rotates by itself and calls no function, so the steps are called here, with the rights of the function's role. */
    @Test
    @Order(4)
    void the_function_rotates_the_api_key() {
        String secret = deployed.reference("ApiKeySecret");
        String version = "11111111-2222-4333-8444-555555555555";
        String key = "n".repeat(48);
        aws.make(AwsCall.of(
                "secretsmanager",
                "PutSecretValue",
                Map.of(
                        "SecretId",
                        secret,
                        "ClientRequestToken",
                        version,
                        "VersionStages",
                        List.of("AWSPENDING"),
                        "SecretString",
                        "{\"apiKey\":\"" + key + "\"}")));

        for (String step : List.of("createSecret", "setSecret", "testSecret", "finishSecret")) {
            JsonNode answer = aws.make(AwsCall.of(
                    "lambda",
                    "Invoke",
                    Map.of(
                            "FunctionName",
                            "api-key-rotation-prod",
                            "Payload",
                            AwsCli.text(Map.of("Step", step, "SecretId", secret, "ClientRequestToken", version)))));
            assertThat(answer.has("FunctionError")).as(answer.toString()).isFalse();
        }

        assertThat(aws.make(AwsCall.of("secretsmanager", "GetSecretValue", "SecretId", secret))
                        .get("SecretString")
                        .textValue())
                .contains(key);
    }

    @Test
    @Order(5)
    void a_protected_stack_is_deleted_only_when_it_is_protected_no_more() {
        aws.bash(stack.output("TerminationProtectionCommand")).succeed();
        Command.Outcome refusal = stack.tryToDelete();
        assertThat(refusal.exit()).as(refusal.toString()).isNotZero();
        assertThat(refusal.err()).contains("TerminationProtection");
        AwsCall table = AwsCall.of("dynamodb", "DescribeTable", "TableName", "transactions-prod");
        assertThat(aws.make(table).at("/Table/DeletionProtectionEnabled").booleanValue())
                .isTrue();

        stack.update(parameters("false"));
        assertThat(aws.make(table).at("/Table/DeletionProtectionEnabled").booleanValue())
                .isFalse();
        aws.bash(stack.output("TerminationProtectionCommand")).succeed();
        stack.delete();
        assertThat(aws.make(List.of(table)).get(0).error()).isEqualTo("ResourceNotFoundException");
    }

    private static Map<String, String> parameters(String protection) {
        return Map.of(
                "EnvironmentSuffix", "prod",
                "EnableTerminationProtection", protection,
                "EnableApiKeyRotation", "true",
                "CreateConfigRecorder", "true",
                "CreateConfigServiceRole", "true");
    }

    private static AwsCall create(Resource resource) {
        MapValue<?> properties =
                (MapValue<?>) Value.json(AwsCli.JSON.convertValue(deployed.resolve(resource.properties()), Map.class));
        Template alone = Template.builder()
                .addResources(resource.withProperties(properties.members()).withOptions(ResourceOptions.none()))
                .build();
        return AwsCall.of(
                "cloudformation",
                "CreateStack",
                Map.of(
                        "StackName",
                        "alone",
                        "TemplateBody",
                        TemplateWriter.json().write(alone)));
    }

    private static List<String> peers(JsonNode permissions) {
        List<String> peers = new ArrayList<>();
        permissions
                .findValues("UserIdGroupPairs")
                .forEach(pairs ->
                        pairs.forEach(pair -> peers.add(pair.get("GroupId").textValue())));
        return peers;
    }
}

package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.DynamicReference;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateLambdaTest {

    private static PrivateLambda.Builder worker() {
        return Stacks.function(List.of()).toBuilder();
    }

    private static Template stack(PrivateLambda.Builder function) {
        return Stacks.of(
                Stacks.KEY,
                Stacks.NETWORK,
                EndpointSet.builder(Stacks.NETWORK).build(),
                Stacks.TABLE,
                Stacks.STREAM,
                Stacks.QUEUE,
                function.build());
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty("Worker", "KmsKeyArn", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty(
                        "Worker",
                        "VpcConfig",
                        "VpcConfig{SecurityGroupIds: [{Fn::GetAtt: [\"WorkerSecurityGroup\", \"GroupId\"]}],"
                                + " SubnetIds: [{Ref: \"PrivateSubnet1\"}, {Ref: \"PrivateSubnet2\"}, {Ref:"
                                + " \"PrivateSubnet3\"}]}"),
                new SecureProperty(
                        "Worker",
                        "LoggingConfig",
                        "LoggingConfig{LogFormat: \"JSON\", LogGroup: {Ref: \"WorkerLogGroup\"}}"),
                new SecureProperty("WorkerLogGroup", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("WorkerLogGroup", "RetentionInDays", "90"));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void itIsPrivateEncryptedAndLogged(SecureProperty property) {
        Template template = stack(worker());

        property.demandOf(template);
        property.missIn(template);
    }

    @Test
    void itsPolicyHasNoActionThatNobodyAskedFor() {
        String policy = Stacks.json(stack(worker()), "WorkerExecutionPolicy");

        assertThat(actions(policy))
                .containsExactlyInAnyOrder(
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:UnassignPrivateIpAddresses",
                        "kms:Decrypt",
                        "kms:GenerateDataKey",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "sqs:SendMessage");
        assertThat(actions(Stacks.json(stack(worker().addAccesses(Stacks.TABLE.put())), "WorkerExecutionPolicy")))
                .contains("dynamodb:PutItem");
    }

    private static List<String> actions(String policy) {
        return Pattern.compile("\"((?:ec2|kms|logs|sqs|dynamodb|kinesis|s3):[A-Z][A-Za-z]+)\"")
                .matcher(policy)
                .results()
                .map(match -> match.group(1))
                .filter(action -> !action.equals("kms:ViaService") && !action.equals("ec2:Vpc"))
                .distinct()
                .toList();
    }

    @Test
    void whatItSendsItselfAndWhatLambdaSendsForItIsOneStatement() {
        String policy = Stacks.resource(stack(worker().addAccesses(Stacks.QUEUE.send())), "WorkerExecutionPolicy");

        assertThat(policy.split("SendToQueue", -1)).hasSize(2);
    }

    @Test
    void differentAccessesNeedDifferentSids() {
        Access put = Stacks.TABLE.put();
        PrivateLambda.Builder clashing =
                worker().addAccesses(put, Stacks.TABLE.read().named(put.sid()));

        assertThatIllegalStateException()
                .isThrownBy(() -> stack(clashing))
                .withMessageContaining("accesses: two different ones of Worker have the sid PutTable");
        assertThat(Stacks.resource(
                        stack(worker().addAccesses(put, Stacks.TABLE.read().named("ReadToo"))),
                        "WorkerExecutionPolicy"))
                .contains("ReadToo");
    }

    @Test
    void codeCanComeFromABucket() {
        Template template = stack(
                worker().code(FunctionCode.archive(Value.of("code-bucket"), Value.of("worker.zip"), Value.of("v1")))
                        .runtime("java21")
                        .handler("example.Handler")
                        .codeSigningConfig(Value.of(
                                "arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdef0"))
                        .reservedConcurrency(5));

        assertThat(Stacks.resource(template, "Worker"))
                .contains(
                        "S3Bucket: \"code-bucket\"",
                        "S3ObjectVersion: \"v1\"",
                        "CodeSigningConfigArn",
                        "ReservedConcurrentExecutions: 5")
                .doesNotContain("ZipFile");
    }

    @Test
    void codeInTheTemplateHasItsLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionCode.inline("é".repeat(InlineCode.MAXIMUM_BYTES / 2) + "x"))
                .withMessageContaining("source: 4194305 bytes");
        assertThat(FunctionCode.inline("é".repeat(InlineCode.MAXIMUM_BYTES / 2)))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionCode.inline(" \n"))
                .withMessageContaining("source");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionCode.resource(PrivateLambdaTest.class, "nowhere.py"))
                .withMessageContaining("name: there is no resource nowhere.py");
        assertThatIllegalStateException()
                .isThrownBy(() -> worker().runtime("java21").build())
                .withMessageContaining("runtime: java21");
        assertThatIllegalStateException()
                .isThrownBy(() -> worker().handler("main.handler").build())
                .withMessageContaining("handler: main.handler");
        assertThatIllegalStateException()
                .isThrownBy(() -> worker().codeSigningConfig(Value.of("arn")).build())
                .withMessageContaining("codeSigningConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PASSWORD", "password", "API_KEY", "apiToken_TOKEN", "SECRET"})
    void secretsAreKeptOutOfTheEnvironment(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> worker().putEnvironment(name, Value.of("hunter2")).build())
                .withMessageContaining("environment: " + name + " would show a secret");
    }

    @Test
    void whatResolvesToASecretIsKeptOutToo() {
        for (Value<String> value :
                List.of(DynamicReference.secret(Stacks.QUEUE.ref(), "password"), DynamicReference.ssmSecure("/x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> worker().putEnvironment("SETTING", value).build())
                    .withMessageContaining("environment: SETTING");
        }
        assertThat(worker().putEnvironment("SECRET_ARN", Value.of("arn:aws:x"))
                        .putEnvironment("LOG_LEVEL", DynamicReference.ssm("/level"))
                        .build()
                        .environment())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worker().putEnvironment("1X", Value.of("y")).build())
                .withMessageContaining("environment: 1X");
    }

    @Test
    void numbersHaveBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worker().memorySize(127).build())
                .withMessageContaining("memorySize: 127");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worker().timeout(901).build())
                .withMessageContaining("timeout: 901");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worker().reservedConcurrency(0))
                .withMessageContaining("reservedConcurrency: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worker().reservedConcurrency(Value.of(0)).build());
    }

    @Test
    void whoCreatesTheStackMayDecideHowLongLogsAreKeptButNotLessThanNinetyDays() {
        Parameter days = Parameter.number("Days").allowedValues("90", "365").build();

        assertThat(Stacks.resource(stack(worker().logRetention(LogRetention.chosenBy(days))), "WorkerLogGroup"))
                .contains("RetentionInDays: {Ref: \"Days\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRetention.chosenBy(
                        Parameter.number("Days").allowedValues("30", "365").build()))
                .withMessageContaining("parameter: Days allows \"30\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRetention.chosenBy(Parameter.number("Days").build()))
                .withMessageContaining("parameter: Days allows any value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRetention.days(91))
                .withMessageContaining("retentionInDays: 91");
    }
}

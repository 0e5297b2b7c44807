package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotatingSecretTest {

    private static final ExceptionRecord REASON =
            ExceptionRecord.of("RotationRules", "none", "It is a salt", "One function reads it");
    private static final PrivateLambda ROTATION = function("Rotation", List.of());

    private static PrivateLambda function(String logicalId, List<Access> accesses) {
        return PrivateLambda.builder(logicalId)
                .name(logicalId.toLowerCase(Locale.ROOT))
                .code("def handler(event, context):\n    return None\n")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY)
                .failureQueue(Stacks.QUEUE)
                .addAllAccesses(accesses)
                .build();
    }

    private static RotatingSecret.Builder secret() {
        return RotatingSecret.builder("ApiSecret").name("api").key(Stacks.KEY).putFields("user", Value.of("api"));
    }

    private static RotatingSecret.Builder rotating() {
        return secret().rotatedBy(ROTATION);
    }

    private static Template stack(Preset... more) {
        List<Preset> presets = new ArrayList<>(List.of(
                Stacks.KEY, Stacks.NETWORK, EndpointSet.builder(Stacks.NETWORK).build(), Stacks.QUEUE, ROTATION));
        presets.addAll(List.of(more));
        return Stacks.of(presets.toArray(Preset[]::new));
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty("ApiSecret", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty(
                        "ApiSecret",
                        "GenerateSecretString",
                        "GenerateSecretString{SecretStringTemplate: \"{\"user\":\"api\"}\", GenerateStringKey: \"password\","
                                + " PasswordLength: 48, ExcludePunctuation: true, RequireEachIncludedType: true}"),
                new SecureProperty(
                        "ApiSecretRotationSchedule", "RotationRules", "RotationRules{AutomaticallyAfterDays: 30}"),
                new SecureProperty(
                        "ApiSecretRotationSchedule", "RotationLambdaARN", "{Fn::GetAtt: [\"Rotation\", \"Arn\"]}"),
                new SecureProperty("ApiSecretRotationSchedule", "RotateImmediatelyOnUpdate", "true"),
                new SecureProperty("ApiSecretRotationPermission", "Principal", "\"secretsmanager.amazonaws.com\""),
                new SecureProperty("ApiSecretRotationPermission", "SourceAccount", "{Ref: \"AWS::AccountId\"}"),
                new SecureProperty(
                        "ApiSecretRotationPermission", "SourceArn", "{Fn::GetAtt: [\"ApiSecret\", \"Id\"]}"));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void itsPropertiesAreSecureAndLookedAt(SecureProperty property) {
        Template template = stack(rotating().build());

        property.demandOf(template);
        property.missIn(template);
    }

    @Test
    void itRotatesOnceEverythingThatARotationNeedsIsThere() {
        Template template = stack(rotating().build());

        assertThat(dependencies(template, "ApiSecretRotationSchedule"))
                .containsExactly(
                        "ApiSecretRotationPermission",
                        "SecretsManagerVPCEndpoint",
                        "RotationSecurityGroupToEndpoints",
                        "RotationSecurityGroupAtEndpoints");
        assertThat(dependencies(template, "Rotation")).contains("RotationExecutionPolicy");
        assertThat(StructuralRules.validator()
                        .with(new FunctionReachesServices())
                        .validate(template)
                        .findings())
                .isEmpty();
    }

    @Test
    void theFunctionGetsTheRightsOfARotationAndNoOthers() {
        Template with = stack(rotating().build());
        Template without = stack(secret().withoutRotation(REASON).build());

        String rights = "sid=RotateApiSecret, effect=ALLOW, principals=[], actions=[secretsmanager:DescribeSecret,"
                + " secretsmanager:GetSecretValue, secretsmanager:PutSecretValue,"
                + " secretsmanager:UpdateSecretVersionStage], resources=[{Fn::GetAtt: [\"ApiSecret\", \"Id\"]}], conditions=[]";
        assertThat(Stacks.resource(with, "RotationExecutionPolicy"))
                .contains(rights, "secretsmanager.${AWS::Region}", "kms:GenerateDataKey")
                .doesNotContain("secretsmanager:*", "GetRandomPassword");
        assertThat(Stacks.resource(with, "SecretsManagerVPCEndpoint"))
                .contains(
                        "RotateApiSecret",
                        "{Fn::GetAtt: [\"RotationExecutionRole\", \"Arn\"]}",
                        "{Fn::GetAtt: [\"ApiSecret\", \"Id\"]}");
        assertThat(Stacks.resource(without, "RotationExecutionPolicy")).doesNotContain("secretsmanager");
        assertThat(without.resources().toString()).doesNotContain("SecretsManagerVPCEndpoint", "RotationSchedule");
    }

    @Test
    void readingIsOneActionOnOneSecret() {
        RotatingSecret secret = rotating().build();
        Template template = stack(secret, function("Reader", List.of(secret.read())));

        assertThat(Stacks.resource(template, "ReaderExecutionPolicy"))
                .contains("sid=ReadApiSecret, effect=ALLOW, principals=[], actions=[secretsmanager:GetSecretValue],"
                        + " resources=[{Fn::GetAtt: [\"ApiSecret\", \"Id\"]}], conditions=[]")
                .doesNotContain("PutSecretValue");
        assertThat(Stacks.resource(template, "Key")).contains("secretsmanager.${AWS::Region}");
    }

    @Test
    void noTemplateHoldsAValue() {
        String text =
                TemplateWriter.of(TemplateFormat.JSON).write(stack(rotating().build()));

        assertThat(text).contains("GenerateSecretString").doesNotContain("\"SecretString\"");
    }

    @Test
    void withoutRotationItSaysWhy() {
        Template template = stack(secret().withoutRotation(REASON).build());

        assertThat(template.resource(LogicalId.of("ApiSecret"))
                        .orElseThrow()
                        .options()
                        .metadata()
                        .toString())
                .contains("It is a salt", "One function reads it");
        assertThatIllegalStateException()
                .isThrownBy(() -> secret().build())
                .withMessageContaining("rotatedBy, withoutRotation: the secret ApiSecret needs one of them");
        assertThatIllegalStateException()
                .isThrownBy(() -> rotating().withoutRotation(REASON).build())
                .withMessageContaining("needs one of them");
    }

    @Test
    void itsOwnPolicyNamesEveryReaderOnceTheAdministratorIsKnown() {
        Parameter administrator = RotatingSecret.administratorParameter();
        RotatingSecret secret = rotating().administratorArn(administrator).build();

        Template template = SecureStack.builder(Stacks.CONVENTIONS)
                .description("d")
                .addParameters(administrator)
                .addPresets(
                        Stacks.KEY,
                        Stacks.NETWORK,
                        EndpointSet.builder(Stacks.NETWORK).build(),
                        Stacks.QUEUE)
                .addPresets(ROTATION, secret, function("Reader", List.of(secret.read())), function("Other", List.of()))
                .build()
                .template();

        assertThat(Stacks.resource(template, "ApiSecretPolicy"))
                .contains("effect=DENY", "BlockPublicPolicy: true", "ArnNotEquals")
                .contains(
                        "key=aws:PrincipalArn, values=[{Fn::GetAtt: [\"RotationExecutionRole\", \"Arn\"]}, {Fn::GetAtt: [\"ReaderExecutionRole\", \"Arn\"]},"
                                + " {Ref: \"SecretAdministratorArn\"}]")
                .doesNotContain("OtherExecutionRole");
        assertThat(template.resource(LogicalId.of("ApiSecretPolicy"))
                        .orElseThrow()
                        .options()
                        .condition())
                .contains(LogicalId.of("ApiSecretReadersAreNamed"));
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
        assertThat(stack(rotating().build()).resources().toString()).doesNotContain("ApiSecretPolicy");
    }

    @Test
    void fieldsMayBeReferencesAndAreEscaped() {
        Template template = stack(
                secret().putFields("table", Stacks.TABLE.ref())
                        .putFields("quote", Value.of("a\"b\\c\n${d}"))
                        .putFields("size", Value.of(5))
                        .withoutRotation(REASON)
                        .build(),
                Stacks.TABLE);

        PropertyBag properties =
                template.resource(LogicalId.of("ApiSecret")).orElseThrow().properties();
        assertThat(String.valueOf(properties.find("GenerateSecretString")))
                .contains("{Fn::Sub: [\"{\"user\":\"api\",\"table\":\"${Table}${Part1}\","
                        + " {Part1: \"\",\"quote\":\"a\\\"b\\\\c\\u000a${d}\",\"size\":5}\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "clientSecret", "apiKey", "accessToken", "PrivateKey", "dbPasswd"})
    void aSecretIsNoField(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotating().putFields(field, Value.of("x")).build())
                .withMessageContaining("fields: " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "prod12", "", "a-b"})
    void anEndingThatLooksLikeThatOfAnArnIsRefused(String ending) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotating().ending(ending).build())
                .withMessageContaining("ending: ");
    }

    @Property(tries = 50)
    void itRotatesAsOftenAsItIsTold(@ForAll @IntRange(min = -10, max = 1100) int days) {
        if (days >= 1 && days <= 1000) {
            assertThat(Stacks.resource(stack(rotating().rotationDays(days).build()), "ApiSecretRotationSchedule"))
                    .contains("{AutomaticallyAfterDays: " + days + "}");
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rotating().rotationDays(days).build())
                    .withMessageContaining("rotationDays: " + days);
        }
    }

    @Test
    void whoeverCreatesTheStackMayChooseTheDays() {
        Parameter days = Parameter.number("SecretRotationDays")
                .defaultValue(30)
                .minValue(1)
                .maxValue(1000)
                .build();

        Template template = stack(rotating().rotationDays(days.integerRef()).build());

        assertThat(Stacks.resource(template, "ApiSecretRotationSchedule"))
                .contains("AutomaticallyAfterDays: {Ref: \"SecretRotationDays\"}");
    }

    @Test
    void itsGeneratedPartIsLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotating().generatedLength(31).build())
                .withMessageContaining("generatedLength: 31");
    }

    @Test
    void failedRotationsAreHeardOfAndWatched() {
        RotatingSecret rotating = rotating().build();
        RotatingSecret still = secret().withoutRotation(REASON).build();

        assertThat(rotating.eventAlerts()).hasSize(1);
        assertThat(rotating.eventAlerts().get(0).pattern().toString()).contains("RotationFailed", "RotationAbandoned");
        assertThat(rotating.configChecks())
                .extracting(ConfigCheck::identifier)
                .containsExactly("SECRETSMANAGER_USING_CMK", "SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK");
        assertThat(still.eventAlerts()).isEmpty();
        assertThat(still.configChecks())
                .extracting(ConfigCheck::identifier)
                .containsExactly("SECRETSMANAGER_USING_CMK");
    }

    private static List<String> dependencies(Template template, String logicalId) {
        Resource resource = template.resource(LogicalId.of(logicalId)).orElseThrow();
        return resource.options().dependsOn().stream().map(LogicalId::name).toList();
    }
}

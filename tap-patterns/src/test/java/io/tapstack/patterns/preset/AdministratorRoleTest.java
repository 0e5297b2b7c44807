package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministratorRoleTest {

    private static final AdministratorRole ROLE =
            AdministratorRole.builder("Administrator").build();
    private static final PrivateDatabase DATABASE = PrivateDatabase.builder("Database")
            .name("ledger")
            .network(Stacks.NETWORK)
            .key(Stacks.KEY)
            .build();
    private static final EncryptedBucket BUCKET =
            EncryptedBucket.builder("Bucket").key(Stacks.KEY).build();
    private static final AlertTopic TOPIC =
            AlertTopic.builder("Alerts").key(Stacks.KEY).build();

    private static final Template FULL = Stacks.of(
            Stacks.KEY,
            Stacks.NETWORK,
            EndpointSet.builder(Stacks.NETWORK).build(),
            Stacks.TABLE,
            BUCKET,
            DATABASE,
            AuditTrail.builder("Trail").key(Stacks.KEY).build(),
            TOPIC,
            AlarmSet.builder(TOPIC).build(),
            ROLE);

    private static String policy(Template template) {
        return Stacks.json(template, "AdministratorPolicy");
    }

    @Test
    void looksAtEveryKindOfThingThatIsThere() {
        assertThat(policy(FULL))
                .contains(
                        "InspectKeys",
                        "InspectBuckets",
                        "InspectTables",
                        "InspectFunctions",
                        "InspectSecrets",
                        "RotateSecrets",
                        "ReadLogs",
                        "InspectAlarms",
                        "InspectTrails",
                        "DatabaseRotationLogGroup",
                        "TrailBucket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetSecretValue",
                "GetItem",
                "Query",
                "Scan",
                "GetObject",
                "Decrypt",
                "Put",
                "Delete",
                "Update",
                "PassRole",
                "apigateway:"
            })
    void readsNoDataAndChangesNothing(String action) {
        assertThat(policy(FULL)).doesNotContain(action);
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        assertThat(policy(Stacks.of(Stacks.KEY, ROLE)))
                .contains("InspectKeys")
                .doesNotContain("InspectBuckets", "InspectSecrets", "ReadLogs", "InspectAlarms");
    }

    @Test
    void doesNotRotateWhatDoesNotRotate() {
        RotatingSecret salt = RotatingSecret.builder("Salt")
                .name("salt")
                .key(Stacks.KEY)
                .generatedField("salt")
                .withoutRotation(ExceptionRecord.of("RotationRules", "none", "It is a salt", "One function reads it"))
                .build();

        assertThat(policy(Stacks.of(Stacks.KEY, salt, ROLE)))
                .contains("InspectSecrets")
                .doesNotContain("RotateSecrets");
    }

    @Test
    void leavesOutWhatExistsOnACondition() {
        OptionalPart part = OptionalPart.builder("Extra")
                .description("Something more")
                .conditionName("HasExtra")
                .heading("Extra")
                .addPresets(Stacks.function(List.of()))
                .build();
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.NETWORK,
                EndpointSet.builder(Stacks.NETWORK).build(),
                Stacks.QUEUE,
                part,
                ComplianceMonitor.of(Stacks.KEY),
                ROLE);

        assertThat(policy(template)).doesNotContain("InspectFunctions", "WorkerLogGroup", "InspectBuckets");
        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
    }

    @Test
    void isTakenWithASecondFactorByWhomTheParameterNames() {
        assertThat(Stacks.json(FULL, "Administrator"))
                .contains("aws:MultiFactorAuthPresent", "AdministratorIsNamed", "AdminPrincipalArn", ":root");
    }

    @Test
    void isNoReaderOfSecrets() {
        PrivateDatabase guarded = PrivateDatabase.builder("Database")
                .name("ledger")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY)
                .administratorArn(RotatingSecret.administratorParameter())
                .build();
        SecureStack stack = SecureStack.builder(Stacks.CONVENTIONS)
                .description("A database")
                .addParameters(RotatingSecret.administratorParameter())
                .addPresets(
                        Stacks.KEY,
                        Stacks.NETWORK,
                        EndpointSet.builder(Stacks.NETWORK).build(),
                        guarded,
                        ROLE)
                .build();

        assertThat(Stacks.json(stack.template(), "DatabaseSecretPolicy"))
                .contains("DatabaseRotationExecutionRole")
                .doesNotContain("Administrator\"");
    }

    @Test
    void isSound() {
        assertThat(RulePacks.validator(RulePacks.all()).validate(FULL).findings())
                .isEmpty();
        assertThat(ROLE.name()).isEqualTo("administrator");
        assertThat(ROLE.arn()).isNotEqualTo(Value.of("Administrator"));
    }
}

package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.Connection;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateDatabaseTest {

    private static final PrivateDatabase RDS = database().build();
    private static final PrivateDatabase AURORA =
            database().serverless(ServerlessCapacity.of(0.5, 4)).build();

    private static PrivateDatabase.Builder database() {
        return PrivateDatabase.builder("Database")
                .name("payments")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY);
    }

    private static PrivateLambda function(List<Access> accesses, List<Connection> connections) {
        return PrivateLambda.builder("Worker")
                .name("worker")
                .code("def handler(event, context):\n    return None\n")
                .network(Stacks.NETWORK)
                .key(Stacks.KEY)
                .failureQueue(Stacks.QUEUE)
                .addAllAccesses(accesses)
                .addAllConnections(connections)
                .build();
    }

    private static Template stack(PrivateDatabase database, Preset... more) {
        return stack(Stacks.CONVENTIONS, database, more);
    }

    private static Template stack(StackConventions conventions, PrivateDatabase database, Preset... more) {
        return SecureStack.builder(conventions)
                .description("A stack of the tests")
                .addPresets(
                        Stacks.KEY,
                        Stacks.NETWORK,
                        EndpointSet.builder(Stacks.NETWORK).build(),
                        Stacks.QUEUE)
                .addPresets(database)
                .addPresets(more)
                .build()
                .template();
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty("Database", "StorageEncrypted", "true"),
                new SecureProperty("Database", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("Database", "PerformanceInsightsKMSKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("Database", "PubliclyAccessible", "false"),
                new SecureProperty("Database", "MultiAZ", "true"),
                new SecureProperty("Database", "EngineVersion", "\"17.11\""),
                new SecureProperty("Database", "AutoMinorVersionUpgrade", "true"),
                new SecureProperty("Database", "CACertificateIdentifier", "\"rds-ca-rsa2048-g1\""),
                new SecureProperty("Database", "StorageType", "\"gp3\""),
                new SecureProperty("Database", "BackupRetentionPeriod", "7"),
                new SecureProperty("Database", "CopyTagsToSnapshot", "true"),
                new SecureProperty("Database", "DeletionProtection", "false"),
                new SecureProperty("Database", "EnableCloudwatchLogsExports", "[\"postgresql\"]"),
                new SecureProperty(
                        "Database", "VPCSecurityGroups", "[{Fn::GetAtt: [\"DatabaseSecurityGroup\", \"GroupId\"]}]"),
                new SecureProperty("Database", "DBSubnetGroupName", "{Ref: \"DatabaseSubnetGroup\"}"),
                new SecureProperty("Database", "DBParameterGroupName", "{Ref: \"DatabaseParameterGroup\"}"),
                new SecureProperty(
                        "Database",
                        "MasterUserPassword",
                        "{Fn::Sub: \"{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}\"}"),
                new SecureProperty(
                        "DatabaseParameterGroup",
                        "Parameters",
                        "{log_connections: \"1\", log_disconnections: \"1\", log_min_error_statement: \"panic\","
                                + " log_statement: \"none\", password_encryption: \"scram-sha-256\","
                                + " rds.accepted_password_auth_method: \"scram\", rds.force_ssl: \"1\","
                                + " ssl_min_protocol_version: \"TLSv1.2\"}"),
                new SecureProperty(
                        "DatabaseLogGroup",
                        "LogGroupName",
                        "{Fn::Sub: \"/aws/rds/instance/payments-${Suffix}/postgresql\"}"),
                new SecureProperty("DatabaseLogGroup", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("DatabaseLogGroup", "RetentionInDays", "90"),
                new SecureProperty("DatabaseSecret", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("DatabaseSecretAttachment", "TargetId", "{Ref: \"Database\"}"),
                new SecureProperty("DatabaseSecretRotationSchedule", "SecretId", "{Ref: \"DatabaseSecretAttachment\"}"),
                new SecureProperty(
                        "DatabaseSecretRotationSchedule",
                        "RotationRules",
                        "RotationRules{AutomaticallyAfterDays: 30}"));
    }

    static List<SecureProperty> secureAuroraProperties() {
        return List.of(
                new SecureProperty("Database", "StorageEncrypted", "true"),
                new SecureProperty("Database", "KmsKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("Database", "EngineVersion", "\"17.11\""),
                new SecureProperty("Database", "DeletionProtection", "false"),
                new SecureProperty("Database", "BackupRetentionPeriod", "7"),
                new SecureProperty("Database", "EnableCloudwatchLogsExports", "[\"postgresql\"]"),
                new SecureProperty(
                        "Database", "VpcSecurityGroupIds", "[{Fn::GetAtt: [\"DatabaseSecurityGroup\", \"GroupId\"]}]"),
                new SecureProperty("Database", "DBClusterParameterGroupName", "{Ref: \"DatabaseParameterGroup\"}"),
                new SecureProperty(
                        "Database",
                        "ServerlessV2ScalingConfiguration",
                        "ServerlessV2ScalingConfiguration{MinCapacity: 0.5, MaxCapacity: 4}"),
                new SecureProperty("DatabaseInstance1", "PubliclyAccessible", "false"),
                new SecureProperty("DatabaseInstance2", "PubliclyAccessible", "false"),
                new SecureProperty(
                        "DatabaseInstance2", "PerformanceInsightsKMSKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty(
                        "DatabaseInstance1",
                        "AvailabilityZone",
                        "{Fn::GetAtt: [\"PrivateSubnet1\", \"AvailabilityZone\"]}"),
                new SecureProperty(
                        "DatabaseInstance2",
                        "AvailabilityZone",
                        "{Fn::GetAtt: [\"PrivateSubnet2\", \"AvailabilityZone\"]}"),
                new SecureProperty("DatabaseSecretAttachment", "TargetType", "\"AWS::RDS::DBCluster\""),
                new SecureProperty(
                        "DatabaseLogGroup",
                        "LogGroupName",
                        "{Fn::Sub: \"/aws/rds/cluster/payments-${Suffix}/postgresql\"}"));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void anInstanceIsSecureAndLookedAt(SecureProperty property) {
        Template template = stack(RDS);

        property.demandOf(template);
        property.missIn(template);
    }

    @ParameterizedTest
    @MethodSource("secureAuroraProperties")
    void aClusterIsSecureAndLookedAt(SecureProperty property) {
        Template template = stack(AURORA);

        property.demandOf(template);
        property.missIn(template);
    }

    @Test
    void theFirstRotationFindsAllThatItNeeds() {
        List<String> needs = List.of(
                "DatabaseSecretRotationPermission",
                "SecretsManagerVPCEndpoint",
                "DatabaseRotationSecurityGroupToEndpoints",
                "DatabaseRotationSecurityGroupAtEndpoints",
                "DatabaseRotationSecurityGroupToDatabase",
                "DatabaseRotationSecurityGroupAtDatabase");
        List<String> ofCluster = new ArrayList<>(needs);
        ofCluster.addAll(List.of("DatabaseInstance1", "DatabaseInstance2"));

        assertThat(dependencies(stack(RDS), "DatabaseSecretRotationSchedule")).containsExactlyElementsOf(needs);
        assertThat(dependencies(stack(AURORA), "DatabaseSecretRotationSchedule"))
                .containsExactlyElementsOf(ofCluster);
        assertThat(dependencies(stack(RDS), "Database")).containsExactly("DatabaseLogGroup");
        assertThat(dependencies(stack(AURORA), "Database")).containsExactly("DatabaseLogGroup");
    }

    @Test
    void theRotationMayRotateThisSecretOpenThisPortAndNothingElse() {
        Template template = stack(RDS);

        assertThat(Stacks.resource(template, "DatabaseRotationExecutionPolicy"))
                .contains("actions=[secretsmanager:DescribeSecret, secretsmanager:GetSecretValue,"
                        + " secretsmanager:PutSecretValue, secretsmanager:UpdateSecretVersionStage],"
                        + " resources=[{Fn::GetAtt: [\"DatabaseSecret\", \"Id\"]}]")
                .doesNotContain("rds:", "secretsmanager:*");
        assertThat(Stacks.resource(template, "DatabaseRotationSecurityGroupToDatabase"))
                .contains("FromPort: 5432", "ToPort: 5432")
                .contains("DestinationSecurityGroupId: {Fn::GetAtt: [\"DatabaseSecurityGroup\", \"GroupId\"]}");
        assertThat(Stacks.resource(template, "DatabaseSecurityGroup"))
                .contains("127.0.0.1/32")
                .doesNotContain("0.0.0.0", "Ingress");
        assertThat(Stacks.resource(template, "Key"))
                .contains("rds.${AWS::Region}", "secretsmanager.${AWS::Region}")
                .contains("log-group:/aws/rds/instance/payments-${Suffix}/postgresql");
    }

    @Test
    void aConnectionOpensBothSidesAndGoesWithItsLine() {
        Template with = stack(RDS, function(List.of(RDS.credentials().read()), List.of(RDS.connect())));
        Template without = stack(RDS, function(List.of(RDS.credentials().read()), List.of()));

        assertThat(Stacks.resource(with, "WorkerSecurityGroupToDatabase"))
                .contains("GroupId: {Fn::GetAtt: [\"WorkerSecurityGroup\", \"GroupId\"]}", "FromPort: 5432")
                .contains("DestinationSecurityGroupId: {Fn::GetAtt: [\"DatabaseSecurityGroup\", \"GroupId\"]}");
        assertThat(Stacks.resource(with, "WorkerSecurityGroupAtDatabase"))
                .contains("GroupId: {Fn::GetAtt: [\"DatabaseSecurityGroup\", \"GroupId\"]}", "FromPort: 5432")
                .contains("SourceSecurityGroupId: {Fn::GetAtt: [\"WorkerSecurityGroup\", \"GroupId\"]}");
        assertThat(Stacks.resource(with, "WorkerExecutionPolicy"))
                .contains("sid=ReadDatabaseSecret")
                .doesNotContain("PutSecretValue");
        assertThat(without.resources().toString())
                .doesNotContain("WorkerSecurityGroupToDatabase", "WorkerSecurityGroupAt" + "Database");
    }

    @Test
    void theRealFunctionIsInTheTemplateAndNoSecret() {
        String text = TemplateWriter.of(TemplateFormat.JSON).write(stack(RDS));

        assertThat(text)
                .contains("def create_secret", "SCRAM-SHA-256", "TLSv1_2")
                .doesNotContain("\"SecretString\"", "\"ManageMasterUserPassword\"");
        assertThat(RotationCode.postgresql().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(16_384);
        assertThat(RotationCode.postgresql()).doesNotContain("print(", "LOG.exception");
    }

    @Test
    void dataIsProtectedAndKeptAsTheConventionsSay() {
        Parameter protect = Parameter.string("Protect")
                .allowedValues("true", "false")
                .defaultValue("true")
                .build();
        Condition condition = Condition.of("Protected", Equals.of(protect.ref(), "true"));
        StackConventions deleting = StackConventions.builder(Stacks.CONVENTIONS.suffix())
                .dataPolicy(DeletionPolicy.DELETE)
                .protectWhen(condition)
                .build();
        for (PrivateDatabase database : List.of(RDS, AURORA)) {
            Resource kept = stack(database).resource(LogicalId.of("Database")).orElseThrow();
            Resource deleted =
                    stack(deleting, database).resource(LogicalId.of("Database")).orElseThrow();

            assertThat(kept.options().deletionPolicy()).contains(Value.of("Retain"));
            assertThat(kept.properties().find("DeleteAutomatedBackups")).hasToString("false");
            assertThat(deleted.options().deletionPolicy()).contains(Value.of("Delete"));
            assertThat(deleted.options().updateReplacePolicy()).contains(Value.of("Delete"));
            assertThat(deleted.properties().find("DeleteAutomatedBackups")).hasToString("true");
            assertThat(String.valueOf(deleted.properties().find("DeletionProtection")))
                    .contains("Protected");
        }
    }

    @Test
    void certificatesAreTheFunctionsOnlyVariable() {
        String pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

        Template pinned = stack(database().certificateAuthority(pem).build());

        assertThat(Stacks.resource(pinned, "DatabaseRotationFunction")).contains("{DATABASE_CA: ");
        assertThat(Stacks.resource(stack(RDS), "DatabaseRotationFunction")).doesNotContain("Environment");
    }

    @Test
    void aQueueOfTheStackMayTakeItsFailures() {
        Template template = stack(database().failureQueue(Stacks.QUEUE).build());

        assertThat(Stacks.resource(template, "DatabaseRotationFailureDestination"))
                .contains("{Fn::GetAtt: [\"Queue\", \"Arn\"]}");
        assertThat(template.resource(LogicalId.of("DatabaseRotationFailures"))).isEmpty();
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void itKnowsTheAlarmsThatMakeSense() {
        assertThat(alarms(RDS))
                .extracting(AlarmSpec::kind)
                .containsExactly(AlarmKinds.DATABASE_CPU, AlarmKinds.DATABASE_CONNECTIONS, AlarmKinds.DATABASE_STORAGE);
        assertThat(alarms(RDS).get(2).threshold()).isEqualTo(4.0 * 1024 * 1024 * 1024);
        assertThat(alarms(AURORA))
                .extracting(AlarmSpec::kind)
                .containsExactly(AlarmKinds.DATABASE_CPU, AlarmKinds.DATABASE_CONNECTIONS);
        assertThat(alarms(AURORA).get(0).dimensions()).containsOnlyKeys("DBClusterIdentifier");
    }

    private static List<AlarmSpec> alarms(PrivateDatabase database) {
        return database.alarms(new Wiring(Stacks.CONVENTIONS, List.of(database)));
    }

    record Refusal(String message, UnaryOperator<PrivateDatabase.Builder> option) {

        @Override
        public String toString() {
            return message;
        }
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("name: Payments", builder -> builder.name("Payments")),
                new Refusal("name: pay--ments", builder -> builder.name("pay--ments")),
                new Refusal("name: payments-", builder -> builder.name("payments-")),
                new Refusal("databaseName: my-data", builder -> builder.databaseName("my-data")),
                new Refusal("username: postgres is reserved", builder -> builder.username("postgres")),
                new Refusal("username: rdsadmin is reserved", builder -> builder.username("rdsadmin")),
                new Refusal("engineVersion: 17 ", builder -> builder.engineVersion("17")),
                new Refusal("instanceClass: db.serverless", builder -> builder.instanceClass("db.serverless")),
                new Refusal("allocatedStorage: 19", builder -> builder.allocatedStorage(19)),
                new Refusal("maxAllocatedStorage: 20", builder -> builder.maxAllocatedStorage(20)),
                new Refusal("backupRetentionPeriod: 6", builder -> builder.backupRetentionPeriod(6)),
                new Refusal("certificateAuthority: ", builder -> builder.certificateAuthority("secret")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void weakOrImpossibleOptionsAreRefused(Refusal refusal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusal.option().apply(database()).build())
                .withMessageContaining(refusal.message());
    }

    @Test
    void capacityComesInHalfUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerlessCapacity.of(0, 1))
                .withMessageContaining("least: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerlessCapacity.of(0.7, 1))
                .withMessageContaining("least: 0.7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerlessCapacity.of(2, 1))
                .withMessageContaining("most: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerlessCapacity.of(2, 256.5))
                .withMessageContaining("most: 256.5");
    }

    @Property(tries = 40)
    void anyOptionsGiveASoundTemplate(@ForAll("databases") PrivateDatabase database) {
        Template template =
                stack(database, function(List.of(database.credentials().read()), List.of(database.connect())));

        assertThat(StructuralRules.validator()
                        .with(new FunctionReachesServices())
                        .validate(template)
                        .findings())
                .isEmpty();
        assertThat(template.resources().toString()).doesNotContain("0.0.0.0/0");
    }

    @Provide
    Arbitrary<PrivateDatabase> databases() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.integers().between(7, 35),
                        Arbitraries.of("16.9", "17.11", "18.4"))
                .as((aurora, pinned, queue, days, backups, version) -> {
                    PrivateDatabase.Builder builder = database()
                            .rotationDays(days)
                            .backupRetentionPeriod(backups)
                            .engineVersion(version);
                    if (aurora) {
                        builder.serverless(ServerlessCapacity.of(0.5, 2));
                    }
                    if (pinned) {
                        builder.certificateAuthority("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
                    }
                    if (queue) {
                        builder.failureQueue(Stacks.QUEUE);
                    }
                    return builder.build();
                });
    }

    private static List<String> dependencies(Template template, String logicalId) {
        Resource resource = template.resource(LogicalId.of(logicalId)).orElseThrow();
        return resource.options().dependsOn().stream().map(LogicalId::name).toList();
    }
}

package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.rds.DBCluster;
import io.tapstack.model.aws.rds.DBInstance;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.Connection;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import io.tapstack.patterns.access.NetworkPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A PostgreSQL database in private subnets under a key of the customer, whose password nobody knows and a function of its own
 * rotates: an instance of RDS with a standby in another zone, or a cluster of Aurora Serverless v2.
 *
 * <p>Only functions that were given {@link #connect()} reach it, over TLS. Its identifier must be in lower case, and so must the
 * suffix of the stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html">RDS for PostgreSQL</a>
 */
@Immutable
public abstract class PrivateDatabase implements Preset {

    /** The port of PostgreSQL. */
    public static final int PORT = 5432;

    static final ExceptionRecord NO_ENHANCED_MONITORING = ExceptionRecord.of(
                    "MonitoringInterval",
                    "0",
                    "Enhanced monitoring writes to a log group of the whole account, which this stack can neither encrypt nor keep",
                    "Performance Insights under the key of this stack")
            .answering(
                    Checker.CHECKOV.finding("CKV_AWS_118"),
                    Checker.GUARD.finding("rds_instance_enhanced_monitoring_enabled_check"));

    static final ExceptionRecord USUAL_PORT = ExceptionRecord.of(
                    "Port", "5432", "A hidden port protects nothing", "Security groups admit named groups only")
            .answering(Checker.GUARD.finding("rds_instance_no_default_ports_check"));

    static final ExceptionRecord NO_UPGRADE_LOG = ExceptionRecord.of(
                    "EnableCloudwatchLogsExports",
                    "no upgrade log",
                    "It is written by major upgrades only, and these are off",
                    "The log of PostgreSQL")
            .answering(Checker.GUARD.finding("rds_instance_logging_enabled_check"));

    static final ExceptionRecord DELETABLE = ExceptionRecord.of(
            "DeletionProtection", "false or by parameter", "Test environments have to go", "StackProtection");

    private static final String NAME = "[a-z][a-z0-9_]{0,62}";
    private static final String RESERVED = "admin|postgres|rds.*|pg_.*|rdsadmin|template[01]";
    private static final int LEAST_BACKUP_DAYS = 7;
    private static final int MOST_BACKUP_DAYS = 35;
    private static final int MOST_CERTIFICATE = 3500;
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    PrivateDatabase() {}

    /** A builder of a database with this logical id. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the database; what belongs to it begins with it. */
    public abstract LogicalId logicalId();

    /** The start of its identifier: lower case, digits and single hyphens; the suffix of the stack follows. */
    public abstract String name();

    /** The network. */
    public abstract IsolatedNetwork network();

    /** The key of its data, backups, logs and credentials. */
    public abstract CustomerManagedKey key();

    /** The database that is created in it. */
    @Default
    public String databaseName() {
        return "main";
    }

    /** The name of its first user, who owns the database. */
    @Default
    public String username() {
        return "database_admin";
    }

    /** The version with its minor part, such as {@code 17.11}. */
    @Default
    public String engineVersion() {
        return "17.11";
    }

    /** The class of an instance of RDS. */
    @Default
    public String instanceClass() {
        return "db.t4g.micro";
    }

    /** The storage of an instance of RDS in GiB: 20 to 65,536. */
    @Default
    public int allocatedStorage() {
        return 20;
    }

    /** To how many GiB that storage may grow by itself, more than it has. */
    @Default
    public int maxAllocatedStorage() {
        return allocatedStorage() * 5;
    }

    /** The capacity of a cluster of Aurora Serverless v2, which it is then instead of an instance of RDS. */
    public abstract Optional<ServerlessCapacity> serverless();

    /** How many days backups are kept: 7 to 35. */
    @Default
    public int backupRetentionPeriod() {
        return LEAST_BACKUP_DAYS;
    }

    /** How long its logs and those of its rotation are kept. */
    @Default
    public LogRetention logRetention() {
        return LogRetention.days(EncryptedLogGroup.MINIMUM_RETENTION_IN_DAYS);
    }

    /** How many days pass between rotations of the password: 1 to 1,000. */
    @Default
    public Value<Integer> rotationDays() {
        return Value.of(30);
    }

    /** As {@link RotatingSecret#administratorArn()}. */
    public abstract Optional<Parameter> administratorArn();

    /** Certificates, in PEM, by which alone the rotation knows the database; by default those that Lambda's runtime has. */
    public abstract Optional<String> certificateAuthority();

    /** Where rotations go that failed for good; a queue of its own if there is none. */
    public abstract Optional<EncryptedQueue> failureQueue();

    @Check
    void check() {
        require("name", name(), "[a-z]([a-z0-9]|-(?=[a-z0-9]))*");
        require("databaseName", databaseName(), NAME);
        require("username", username(), NAME);
        require("engineVersion", engineVersion(), "[1-9][0-9]\\.[0-9]+");
        require("instanceClass", instanceClass(), "db\\.(?!serverless)[a-z0-9.]+");
        if (username().matches(RESERVED)) {
            throw new IllegalArgumentException("username: " + username() + " is reserved");
        }
        Ranges.require("allocatedStorage", allocatedStorage(), 20, 65_536);
        Ranges.require("maxAllocatedStorage", maxAllocatedStorage(), allocatedStorage() + 1, 327_680);
        Ranges.require("backupRetentionPeriod", backupRetentionPeriod(), LEAST_BACKUP_DAYS, MOST_BACKUP_DAYS);
        certificateAuthority().ifPresent(pem -> {
            if (!pem.startsWith("-----BEGIN CERTIFICATE-----") || pem.length() > MOST_CERTIFICATE) {
                throw new IllegalArgumentException("certificateAuthority: no certificates in PEM, or more than "
                        + MOST_CERTIFICATE + " characters");
            }
        });
    }

    private static void require(String option, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(option + ": " + value + " does not match " + pattern);
        }
    }

    /** Its identifier. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** The name under which it is reached. */
    public final GetAtt<String> address() {
        return GetAtt.of(logicalId(), "Endpoint.Address");
    }

    /** The connection to it, for the functions that may open one. */
    public final Connection connect() {
        return Connection.of(
                logicalId(), NetworkPlace.of(network().logicalId(), securityGroupId()), PORT, "PostgreSQL");
    }

    /** Its credentials: user and password, host, port, name of the database. */
    @Lazy
    public RotatingSecret credentials() {
        List<LogicalId> needs = new ArrayList<>(
                DatabaseAccess.rules(connect(), rotationFunction().securityGroupId()));
        needs.addAll(DatabaseEngine.of(this).members());
        return RotatingSecret.builder(logicalId() + "Secret", source())
                .name("secret-database-" + name())
                .key(key())
                .putFields("username", Value.of(username()))
                .putFields("ssl", Value.of(true))
                .rotatedBy(rotationFunction())
                .rotationDays(rotationDays())
                .administratorArn(administratorArn())
                .openedBy(new SecretTarget(logicalId(), DatabaseEngine.of(this).type(), needs))
                .build();
    }

    /** The function that rotates its password. */
    @Lazy
    public PrivateLambda rotationFunction() {
        PrivateLambda.Builder function = PrivateLambda.builder(logicalId() + "RotationFunction")
                .source(source())
                .idPrefix(logicalId() + "Rotation")
                .name(name() + "-rotation")
                .code(RotationCode.postgresql())
                .memorySize(256)
                .timeout(60)
                .logRetention(logRetention())
                .network(network())
                .key(key())
                .failureQueue(rotationFailures())
                .addConnections(connect());
        certificateAuthority().ifPresent(pem -> function.putEnvironment("DATABASE_CA", Value.of(pem)));
        return function.build();
    }

    @Lazy
    EncryptedQueue rotationFailures() {
        return failureQueue()
                .orElseGet(() -> EncryptedQueue.builder(logicalId() + "RotationFailures")
                        .source(source())
                        .name(name() + "-rotation-failures")
                        .key(key())
                        .build());
    }

    /** The group of its logs. RDS would make one itself, without a key and for ever. */
    @Lazy
    public EncryptedLogGroup logGroup() {
        return EncryptedLogGroup.builder(logicalId() + "LogGroup", source())
                .name(DatabaseEngine.of(this).logPrefix() + name())
                .ending("/postgresql")
                .key(key())
                .retention(logRetention())
                .build();
    }

    /** The logical id of its security group. */
    public final LogicalId securityGroupId() {
        return LogicalId.of(logicalId() + "SecurityGroup");
    }

    final GetAtt<String> securityGroup() {
        return GetAtt.of(securityGroupId(), "GroupId");
    }

    final LogicalId subnetGroupId() {
        return LogicalId.of(logicalId() + "SubnetGroup");
    }

    @Override
    public List<Preset> parts() {
        List<Preset> parts = new ArrayList<>();
        if (failureQueue().isEmpty()) {
            parts.add(rotationFailures());
        }
        parts.add(logGroup());
        parts.add(rotationFunction());
        parts.add(credentials());
        return List.copyOf(parts);
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.RDS)
                .createsGrants(true)
                .build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder("DatabaseEncryptionRule", "rds-storage-encrypted", "RDS_STORAGE_ENCRYPTED")
                        .description("Databases are encrypted")
                        .addResourceTypes(DBInstance.TYPE)
                        .build(),
                ConfigCheck.builder(
                                "DatabasePrivateRule", "rds-instance-public-access", "RDS_INSTANCE_PUBLIC_ACCESS_CHECK")
                        .description("Databases have no public address")
                        .addResourceTypes(DBInstance.TYPE)
                        .build());
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        String dimension = serverless().isPresent() ? "DBClusterIdentifier" : "DBInstanceIdentifier";
        AlarmSpec processor = AlarmSpec.builder(AlarmKinds.DATABASE_CPU, logicalId(), name())
                .putDimensions(dimension, ref())
                .build();
        AlarmSpec connections = AlarmSpec.builder(AlarmKinds.DATABASE_CONNECTIONS, logicalId(), name())
                .putDimensions(dimension, ref())
                .build();
        if (serverless().isPresent()) {
            return List.of(processor, connections);
        }
        return List.of(
                processor,
                connections,
                AlarmSpec.builder(AlarmKinds.DATABASE_STORAGE, logicalId(), name())
                        .putDimensions(dimension, ref())
                        .threshold(allocatedStorage() * GIBIBYTE / 5)
                        .build());
    }

    @Override
    public List<String> recordedTypes() {
        return serverless().isPresent()
                ? List.of(DBCluster.TYPE, DBInstance.TYPE, SecurityGroup.TYPE)
                : List.of(DBInstance.TYPE, SecurityGroup.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Fragment.Builder fragment =
                Fragment.builder().heading("Database: PostgreSQL, and the rotation of its password");
        fragment.addAllResources(new DatabaseAccess(this, wiring).resources());
        fragment.addAllResources(DatabaseEngine.of(this).resources(wiring.conventions()));
        for (Preset part : parts()) {
            Fragment own = part.fragment(wiring);
            fragment.addAllParameters(own.parameters())
                    .addAllMappings(own.mappings())
                    .addAllRules(own.rules())
                    .addAllConditions(own.conditions())
                    .addAllResources(own.resources());
        }
        return fragment.build();
    }

    /** Collects the options of a database. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutablePrivateDatabase.Builder {

        Builder() {}

        /** How many days pass between rotations of the password: 1 to 1,000. */
        public Builder rotationDays(int days) {
            return rotationDays(Value.of(days));
        }
    }
}

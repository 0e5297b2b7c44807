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
import io.tapstack.patterns.access.Connection;
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

    private static final String NAME = "[a-z][a-z0-9_]{0,62}";
    private static final String RESERVED = "admin|postgres|rds.*|pg_.*|rdsadmin|template[01]";
    private static final int LEAST_BACKUP_DAYS = 7;
    private static final int MOST_BACKUP_DAYS = 35;
    private static final int MOST_CERTIFICATE = 3500;

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
        return new DatabaseRotation(this).credentials();
    }

    /** The function that rotates its password. */
    @Lazy
    public PrivateLambda rotationFunction() {
        return new DatabaseRotation(this).function();
    }

    /** Where rotations go that failed for good. */
    @Lazy
    EncryptedQueue rotationFailures() {
        return new DatabaseRotation(this).failures();
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
        return UsualAlarms.of(this);
    }

    @Override
    public List<String> recordedTypes() {
        return serverless().isPresent()
                ? List.of(DBCluster.TYPE, DBInstance.TYPE, SecurityGroup.TYPE)
                : List.of(DBInstance.TYPE, SecurityGroup.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        return new DatabaseResources(this, wiring).fragment();
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

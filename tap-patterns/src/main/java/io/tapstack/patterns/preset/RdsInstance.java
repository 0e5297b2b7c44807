package io.tapstack.patterns.preset;

import io.tapstack.model.aws.rds.DBInstance;
import io.tapstack.model.aws.rds.DBParameterGroup;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.DynamicReference;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;

/** An instance of RDS for PostgreSQL with a standby in another zone. */
final class RdsInstance extends DatabaseEngine {

    private static final String ENGINE = "postgres";

    RdsInstance(PrivateDatabase database) {
        super(database);
    }

    @Override
    String type() {
        return DBInstance.TYPE;
    }

    @Override
    String logPrefix() {
        return "/aws/rds/instance/";
    }

    @Override
    List<LogicalId> members() {
        return List.of();
    }

    @Override
    List<Resource> resources(StackConventions conventions) {
        DBParameterGroup parameters = DBParameterGroup.builder(parameterGroupId(), database.source())
                .description("TLS and SCRAM only; logins are logged, statements are not")
                .family(family(ENGINE))
                .parameters(settings())
                .tags(Tag.of("Name", conventions.name(database.name() + "-parameters")))
                .build();
        return List.of(parameters, instance(conventions, parameters));
    }

    private DBInstance instance(StackConventions conventions, DBParameterGroup parameters) {
        Ref<String> secret = database.credentials().ref();
        return DBInstance.builder(database.logicalId().name(), database.source())
                .dbInstanceIdentifier(conventions.name(database.name()))
                .engine(ENGINE)
                .engineVersion(database.engineVersion())
                .autoMinorVersionUpgrade(true)
                .allowMajorVersionUpgrade(false)
                .dbInstanceClass(database.instanceClass())
                .dbName(database.databaseName())
                .port(String.valueOf(PrivateDatabase.PORT))
                .masterUsername(DynamicReference.secret(secret, "username"))
                .masterUserPassword(DynamicReference.secret(secret, "password"))
                .enableIAMDatabaseAuthentication(true)
                .caCertificateIdentifier(AUTHORITY)
                .multiAZ(true)
                .publiclyAccessible(false)
                .dbSubnetGroupName(Ref.<String>to(database.subnetGroupId()))
                .vpcSecurityGroups(database.securityGroup())
                .dbParameterGroupName(parameters.ref())
                .allocatedStorage(String.valueOf(database.allocatedStorage()))
                .maxAllocatedStorage(database.maxAllocatedStorage())
                .storageType("gp3")
                .storageEncrypted(true)
                .kmsKeyId(database.key().arn())
                .enablePerformanceInsights(true)
                .performanceInsightsKMSKeyId(database.key().arn())
                .performanceInsightsRetentionPeriod(INSIGHT_DAYS)
                .monitoringInterval(0)
                .enableCloudwatchLogsExports("postgresql")
                .backupRetentionPeriod(database.backupRetentionPeriod())
                .copyTagsToSnapshot(true)
                .deleteAutomatedBackups(conventions.dataPolicy() == DeletionPolicy.DELETE)
                .deletionProtection(conventions.protectedFromDeletion())
                .tags(Tag.of("Name", conventions.name(database.name())))
                .options(options -> options.addDependsOn(database.logGroup().logicalId())
                        .metadata(ExceptionRecord.metadata(
                                NO_ENHANCED_MONITORING,
                                USUAL_PORT,
                                NO_UPGRADE_LOG,
                                DELETABLE.answering(
                                        Checker.GUARD.finding("rds_instance_deletion_protection_enabled_check")))))
                .build();
    }
}

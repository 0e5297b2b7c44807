package io.tapstack.patterns.preset;

import io.tapstack.model.aws.rds.DBCluster;
import io.tapstack.model.aws.rds.DBClusterParameterGroup;
import io.tapstack.model.aws.rds.DBInstance;
import io.tapstack.model.aws.rds.dbcluster.ServerlessV2ScalingConfiguration;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.DynamicReference;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;

/** A cluster of Aurora Serverless v2 for PostgreSQL: a writer, and a reader in another zone that takes over from it. */
final class AuroraCluster extends DatabaseEngine {

    private static final String ENGINE = "aurora-postgresql";
    private static final int INSTANCES = 2;

    AuroraCluster(PrivateDatabase database) {
        super(database);
    }

    @Override
    String type() {
        return DBCluster.TYPE;
    }

    @Override
    String logPrefix() {
        return "/aws/rds/cluster/";
    }

    @Override
    List<LogicalId> members() {
        List<LogicalId> members = new ArrayList<>();
        for (int number = 1; number <= INSTANCES; number++) {
            members.add(LogicalId.of(database.logicalId() + "Instance" + number));
        }
        return List.copyOf(members);
    }

    @Override
    List<Resource> resources(StackConventions conventions) {
        DBClusterParameterGroup parameters = DBClusterParameterGroup.builder(parameterGroupId(), database.source())
                .description("TLS and SCRAM only; logins are logged, statements are not")
                .family(family(ENGINE))
                .parameters(settings())
                .tags(Tag.of("Name", conventions.name(database.name() + "-parameters")))
                .build();
        DBCluster cluster = cluster(conventions, parameters);
        List<Resource> resources = new ArrayList<>(List.of(parameters, cluster));
        for (int index = 0; index < INSTANCES; index++) {
            resources.add(instance(conventions, cluster, index));
        }
        return resources;
    }

    private DBCluster cluster(StackConventions conventions, DBClusterParameterGroup parameters) {
        Ref<String> secret = database.credentials().ref();
        ServerlessCapacity capacity = database.serverless().orElseThrow();
        return DBCluster.builder(database.logicalId().name(), database.source())
                .dbClusterIdentifier(conventions.name(database.name()))
                .engine(ENGINE)
                .engineVersion(database.engineVersion())
                .serverlessV2ScalingConfiguration(ServerlessV2ScalingConfiguration.builder()
                        .minCapacity(capacity.least())
                        .maxCapacity(capacity.most())
                        .build())
                .databaseName(database.databaseName())
                .port(PrivateDatabase.PORT)
                .masterUsername(DynamicReference.secret(secret, "username"))
                .masterUserPassword(DynamicReference.secret(secret, "password"))
                .enableIAMDatabaseAuthentication(true)
                .dbSubnetGroupName(Ref.<String>to(database.subnetGroupId()))
                .vpcSecurityGroupIds(database.securityGroup())
                .dbClusterParameterGroupName(parameters.ref())
                .storageEncrypted(true)
                .kmsKeyId(database.key().arn())
                .enableCloudwatchLogsExports("postgresql")
                .backupRetentionPeriod(database.backupRetentionPeriod())
                .copyTagsToSnapshot(true)
                .deleteAutomatedBackups(conventions.dataPolicy() == DeletionPolicy.DELETE)
                .deletionProtection(conventions.protectedFromDeletion())
                .tags(Tag.of("Name", conventions.name(database.name())))
                .options(options -> options.addDependsOn(database.logGroup().logicalId())
                        .metadata(ExceptionRecord.metadata(DELETABLE.answering(
                                Checker.GUARD.finding("rds_cluster_deletion_protection_enabled_check")))))
                .build();
    }

    private DBInstance instance(StackConventions conventions, DBCluster cluster, int index) {
        LogicalId subnet =
                LogicalId.of(database.network().subnetRefs().get(index).target());
        return DBInstance.builder(members().get(index).name(), database.source())
                .dbInstanceIdentifier(conventions.name(database.name() + "-" + (index + 1)))
                .dbClusterIdentifier(cluster.ref())
                .engine(ENGINE)
                .dbInstanceClass("db.serverless")
                .availabilityZone(GetAtt.of(subnet, "AvailabilityZone"))
                .promotionTier(index)
                .autoMinorVersionUpgrade(true)
                .caCertificateIdentifier(AUTHORITY)
                .publiclyAccessible(false)
                .enablePerformanceInsights(true)
                .performanceInsightsKMSKeyId(database.key().arn())
                .performanceInsightsRetentionPeriod(INSIGHT_DAYS)
                .monitoringInterval(0)
                .tags(Tag.of("Name", conventions.name(database.name() + "-" + (index + 1))))
                .options(options -> options.metadata(ExceptionRecord.metadata(NO_ENHANCED_MONITORING)))
                .build();
    }
}

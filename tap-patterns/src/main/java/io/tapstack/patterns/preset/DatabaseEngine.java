package io.tapstack.patterns.preset;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a database is made: as an instance of RDS, or as a cluster of Aurora. */
abstract sealed class DatabaseEngine permits RdsInstance, AuroraCluster {

    /** The newest authority of RDS that all PostgreSQL clients of the last years know. */
    static final String AUTHORITY = "rds-ca-rsa2048-g1";

    /** Days that Performance Insights keeps without cost. */
    static final int INSIGHT_DAYS = 7;

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

    final PrivateDatabase database;

    DatabaseEngine(PrivateDatabase database) {
        this.database = database;
    }

    static DatabaseEngine of(PrivateDatabase database) {
        return database.serverless().isPresent() ? new AuroraCluster(database) : new RdsInstance(database);
    }

    /** The type that the credentials are attached to. */
    abstract String type();

    /** The start of the name of its log group. */
    abstract String logPrefix();

    /** What a rotation needs besides the resource that the credentials are attached to. */
    abstract List<LogicalId> members();

    /** Its resources, without the groups around it. */
    abstract List<Resource> resources(StackConventions conventions);

    /** Where the settings of {@link #settings()} stand. */
    final String parameterGroupId() {
        return database.logicalId() + "ParameterGroup";
    }

    final String family(String engine) {
        return engine
                + database.engineVersion().substring(0, database.engineVersion().indexOf('.'));
    }

    /** TLS only, SCRAM only, every login logged, and neither statements nor what they hold. */
    static Map<String, Value<String>> settings() {
        Map<String, Value<String>> settings = new LinkedHashMap<>();
        settings.put("log_connections", Value.of("1"));
        settings.put("log_disconnections", Value.of("1"));
        settings.put("log_min_error_statement", Value.of("panic"));
        settings.put("log_statement", Value.of("none"));
        settings.put("password_encryption", Value.of("scram-sha-256"));
        settings.put("rds.accepted_password_auth_method", Value.of("scram"));
        settings.put("rds.force_ssl", Value.of("1"));
        settings.put("ssl_min_protocol_version", Value.of("TLSv1.2"));
        return settings;
    }
}

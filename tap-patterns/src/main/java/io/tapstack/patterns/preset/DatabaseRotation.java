package io.tapstack.patterns.preset;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The credentials of a database, the function that rotates them, and the queue of the rotations that failed. */
final class DatabaseRotation {

    private static final int MEMORY_SIZE = 256;
    private static final int TIMEOUT = 60;

    private final PrivateDatabase database;

    DatabaseRotation(PrivateDatabase database) {
        this.database = database;
    }

    RotatingSecret credentials() {
        LogicalId id = database.logicalId();
        PrivateLambda function = database.rotationFunction();
        DatabaseEngine engine = DatabaseEngine.of(database);
        List<LogicalId> needs = new ArrayList<>(DatabaseAccess.rules(database.connect(), function.securityGroupId()));
        needs.addAll(engine.members());
        return RotatingSecret.builder(id + "Secret", database.source())
                .name("secret-database-" + database.name())
                .key(database.key())
                .putFields("username", Value.of(database.username()))
                .putFields("ssl", Value.of(true))
                .rotatedBy(function)
                .rotationDays(database.rotationDays())
                .administratorArn(database.administratorArn())
                .openedBy(new SecretTarget(id, engine.type(), needs))
                .build();
    }

    PrivateLambda function() {
        String id = database.logicalId() + "Rotation";
        PrivateLambda.Builder function = PrivateLambda.builder(id + "Function")
                .source(database.source())
                .idPrefix(id)
                .name(database.name() + "-rotation")
                .code(RotationCode.postgresql())
                .memorySize(MEMORY_SIZE)
                .timeout(TIMEOUT)
                .logRetention(database.logRetention())
                .network(database.network())
                .key(database.key())
                .failureQueue(database.rotationFailures())
                .addConnections(database.connect());
        database.certificateAuthority().ifPresent(pem -> function.putEnvironment("DATABASE_CA", Value.of(pem)));
        return function.build();
    }

    /** The queue that was given, or one of its own. */
    EncryptedQueue failures() {
        return database.failureQueue()
                .orElseGet(() -> EncryptedQueue.builder(database.logicalId() + "RotationFailures")
                        .source(database.source())
                        .name(database.name() + "-rotation-failures")
                        .key(database.key())
                        .build());
    }
}

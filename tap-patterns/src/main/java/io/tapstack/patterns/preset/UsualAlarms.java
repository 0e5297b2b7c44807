package io.tapstack.patterns.preset;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The alarms that make sense for functions, stores, databases and APIs. */
final class UsualAlarms {

    /** An alarm is near a function's time limit from this part of it on, in milliseconds for each second of the limit. */
    private static final int NEAR_LIMIT = 800;

    /** An alarm may add up no more metrics. */
    private static final int MOST_METRICS = 9;

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    private static final String OPERATION = "Operation";

    private UsualAlarms() {}

    static List<AlarmSpec> of(PrivateLambda function) {
        List<AlarmSpec> alarms = new ArrayList<>();
        alarms.add(function(AlarmKinds.FUNCTION_ERRORS, function).build());
        alarms.add(function(AlarmKinds.FUNCTION_THROTTLES, function).build());
        alarms.add(function(AlarmKinds.FUNCTION_DURATION, function)
                .threshold(function.timeout() * NEAR_LIMIT)
                .build());
        if (function.eventSources().stream().anyMatch(StreamSource.class::isInstance)) {
            alarms.add(function(AlarmKinds.FUNCTION_ITERATOR_AGE, function).build());
        }
        return alarms;
    }

    private static AlarmSpec.Builder function(AlarmKind kind, PrivateLambda function) {
        return AlarmSpec.builder(kind, function.logicalId(), function.name())
                .putDimensions("FunctionName", function.ref());
    }

    static List<AlarmSpec> of(EncryptedTable table, Wiring wiring) {
        List<AlarmSpec> alarms = new ArrayList<>();
        alarms.add(table(AlarmKinds.TABLE_READ_THROTTLES, table, "-read").build());
        alarms.add(table(AlarmKinds.TABLE_WRITE_THROTTLES, table, "-write").build());
        TreeSet<String> operations = new TreeSet<>();
        for (Grant grant : wiring.grantsTo(table.logicalId())) {
            for (String action : grant.access().actions()) {
                operations.add(action.substring(action.indexOf(':') + 1));
            }
        }
        if (operations.size() == 1) {
            alarms.add(table(AlarmKinds.TABLE_SYSTEM_ERRORS, table, "")
                    .putDimensions(OPERATION, Value.of(operations.first()))
                    .build());
        } else if (!operations.isEmpty()) {
            alarms.add(table(AlarmKinds.TABLE_SYSTEM_ERRORS, table, "")
                    .sumDimension(OPERATION)
                    .addAllSumValues(operations.stream().limit(MOST_METRICS).toList())
                    .build());
        }
        return alarms;
    }

    private static AlarmSpec.Builder table(AlarmKind kind, EncryptedTable table, String end) {
        return AlarmSpec.builder(kind, table.logicalId(), table.name() + end).putDimensions("TableName", table.ref());
    }

    static List<AlarmSpec> of(EncryptedStream stream) {
        return List.of(
                stream(AlarmKinds.STREAM_WRITE_THROTTLES, stream), stream(AlarmKinds.STREAM_ITERATOR_AGE, stream));
    }

    private static AlarmSpec stream(AlarmKind kind, EncryptedStream stream) {
        return AlarmSpec.builder(kind, stream.logicalId(), stream.name())
                .putDimensions("StreamName", stream.ref())
                .build();
    }

    /** A queue for failures should be empty; any other should not keep its messages waiting. */
    static List<AlarmSpec> of(EncryptedQueue queue, Wiring wiring) {
        AlarmKind kind = isForFailures(queue.logicalId(), wiring) ? AlarmKinds.FAILED_MESSAGES : AlarmKinds.QUEUE_AGE;
        return List.of(AlarmSpec.builder(kind, queue.logicalId(), queue.name())
                .putDimensions("QueueName", GetAtt.of(queue.logicalId(), "QueueName"))
                .build());
    }

    private static boolean isForFailures(LogicalId queue, Wiring wiring) {
        for (EncryptedQueue other : wiring.all(EncryptedQueue.class)) {
            if (other.deadLetterQueue()
                    .filter(dead -> dead.logicalId().equals(queue))
                    .isPresent()) {
                return true;
            }
        }
        for (PrivateLambda function : wiring.all(PrivateLambda.class)) {
            if (function.failureQueue().logicalId().equals(queue)) {
                return true;
            }
            for (EventSource source : function.eventSources()) {
                if (source instanceof StreamSource stream
                        && stream.failureQueue()
                                .filter(failed -> failed.logicalId().equals(queue))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<AlarmSpec> of(PrivateDatabase database) {
        List<AlarmSpec> alarms = new ArrayList<>();
        alarms.add(database(AlarmKinds.DATABASE_CPU, database).build());
        alarms.add(database(AlarmKinds.DATABASE_CONNECTIONS, database).build());
        if (database.serverless().isEmpty()) {
            alarms.add(database(AlarmKinds.DATABASE_STORAGE, database)
                    .threshold(database.allocatedStorage() * GIBIBYTE / 5)
                    .build());
        }
        return alarms;
    }

    private static AlarmSpec.Builder database(AlarmKind kind, PrivateDatabase database) {
        String dimension = database.serverless().isPresent() ? "DBClusterIdentifier" : "DBInstanceIdentifier";
        return AlarmSpec.builder(kind, database.logicalId(), database.name()).putDimensions(dimension, database.ref());
    }

    static List<AlarmSpec> of(SecureRestApi api, Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        return List.of(
                api(AlarmKinds.API_SERVER_ERRORS, api, "-5xx", conventions),
                api(AlarmKinds.API_CLIENT_ERRORS, api, "-4xx", conventions),
                api(AlarmKinds.API_LATENCY, api, "", conventions));
    }

    private static AlarmSpec api(AlarmKind kind, SecureRestApi api, String end, StackConventions conventions) {
        return AlarmSpec.builder(kind, api.logicalId(), api.name() + end)
                .putDimensions("ApiName", conventions.name(api.name()))
                .putDimensions("Stage", Value.of(api.stage()))
                .build();
    }
}

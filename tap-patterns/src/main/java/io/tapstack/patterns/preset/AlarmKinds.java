package io.tapstack.patterns.preset;

/**
 * The kinds of alarms that the presets of this library ask for, with their usual thresholds.
 *
 * <p>{@link AlarmSet.Builder#putThresholds} sets others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">
 *     Alarms that AWS recommends</a>
 */
public final class AlarmKinds {

    private static final String LAMBDA = "AWS/Lambda";
    private static final String API = "AWS/ApiGateway";
    private static final String TABLE = "AWS/DynamoDB";
    private static final String STREAM = "AWS/Kinesis";
    private static final String QUEUE = "AWS/SQS";
    private static final String DATABASE = "AWS/RDS";
    private static final int FOUR_FIFTHS = 80;
    private static final int A_MINUTE_IN_MILLISECONDS = 60_000;
    private static final int AN_HOUR_IN_SECONDS = 3600;

    /** Calls of a function that failed, in five minutes: 1. */
    public static final AlarmKind FUNCTION_ERRORS = AlarmKind.builder("lambda-errors", LAMBDA, "Errors")
            .description("Calls of the function fail")
            .threshold(1)
            .build();

    /** Calls of a function that were refused for want of concurrency, in five minutes: 1. */
    public static final AlarmKind FUNCTION_THROTTLES = AlarmKind.builder("lambda-throttles", LAMBDA, "Throttles")
            .description("Calls of the function are refused for want of concurrency")
            .threshold(1)
            .build();

    /** The longest call of a function, in milliseconds: the function says how near to its time limit is too near. */
    public static final AlarmKind FUNCTION_DURATION = AlarmKind.builder("lambda-duration", LAMBDA, "Duration")
            .description("Calls of the function come near their time limit")
            .statistic("Maximum")
            .build();

    /** How long the last record that a function got from a stream had waited, in milliseconds: a minute. */
    public static final AlarmKind FUNCTION_ITERATOR_AGE = AlarmKind.builder(
                    "lambda-iterator-age", LAMBDA, "IteratorAge")
            .description("The function falls behind its stream")
            .statistic("Maximum")
            .threshold(A_MINUTE_IN_MILLISECONDS)
            .evaluationPeriods(3)
            .build();

    /** Answers of an API with a code from 500, in five minutes: 1. */
    public static final AlarmKind API_SERVER_ERRORS = AlarmKind.builder("api-errors", API, "5XXError")
            .title("ServerErrors")
            .description("The API fails")
            .threshold(1)
            .build();

    /** Answers of an API with a code from 400 to 499, in five minutes: 20. */
    public static final AlarmKind API_CLIENT_ERRORS = AlarmKind.builder("api-errors", API, "4XXError")
            .title("ClientErrors")
            .description("The API refuses many requests")
            .threshold(20)
            .build();

    /** The time that all but one in a hundred requests to an API take at most, in milliseconds: 5,000. */
    public static final AlarmKind API_LATENCY = AlarmKind.builder("api-latency", API, "Latency")
            .description("The API answers slowly")
            .statistic("p99")
            .threshold(5000)
            .evaluationPeriods(3)
            .build();

    /** Reads of a table that were refused, in five minutes: 1. */
    public static final AlarmKind TABLE_READ_THROTTLES = AlarmKind.builder(
                    "table-throttles", TABLE, "ReadThrottleEvents")
            .title("ReadThrottles")
            .description("Reads of the table are refused")
            .threshold(1)
            .build();

    /** Writes to a table that were refused, in five minutes: 1. */
    public static final AlarmKind TABLE_WRITE_THROTTLES = AlarmKind.builder(
                    "table-throttles", TABLE, "WriteThrottleEvents")
            .title("WriteThrottles")
            .description("Writes to the table are refused")
            .threshold(1)
            .build();

    /** Requests to a table that failed on the side of AWS, in five minutes: 1. */
    public static final AlarmKind TABLE_SYSTEM_ERRORS = AlarmKind.builder("table-errors", TABLE, "SystemErrors")
            .description("Requests to the table fail on the side of AWS")
            .threshold(1)
            .build();

    /** Records that a stream refused for want of capacity, in five minutes: 1. */
    public static final AlarmKind STREAM_WRITE_THROTTLES = AlarmKind.builder(
                    "stream-throttles", STREAM, "WriteProvisionedThroughputExceeded")
            .title("WriteThrottles")
            .description("Records are refused for want of capacity")
            .threshold(1)
            .build();

    /** How long the last record read from a stream had waited, in milliseconds: a minute. */
    public static final AlarmKind STREAM_ITERATOR_AGE = AlarmKind.builder(
                    "stream-iterator-age", STREAM, "GetRecords.IteratorAgeMilliseconds")
            .title("IteratorAge")
            .description("Whoever reads the stream falls behind")
            .statistic("Maximum")
            .threshold(A_MINUTE_IN_MILLISECONDS)
            .evaluationPeriods(3)
            .build();

    /** How long the oldest message of a queue has waited, in seconds: an hour. */
    public static final AlarmKind QUEUE_AGE = AlarmKind.builder("queue-age", QUEUE, "ApproximateAgeOfOldestMessage")
            .title("Age")
            .description("Messages of the queue wait long")
            .statistic("Maximum")
            .threshold(AN_HOUR_IN_SECONDS)
            .build();

    /** Messages in a queue that should be empty, such as one for failures: 1. */
    public static final AlarmKind FAILED_MESSAGES = AlarmKind.builder(
                    "queue-failures", QUEUE, "ApproximateNumberOfMessagesVisible")
            .title("Backlog")
            .description("Something could not be processed and waits in the queue for failures")
            .statistic("Maximum")
            .threshold(1)
            .build();

    /** The load of a database's processors, in percent: 80 for a quarter of an hour. */
    public static final AlarmKind DATABASE_CPU = AlarmKind.builder("database-cpu", DATABASE, "CPUUtilization")
            .title("Cpu")
            .description("The database is busy")
            .statistic("Average")
            .threshold(FOUR_FIFTHS)
            .evaluationPeriods(3)
            .build();

    /** The free storage of a database, in bytes: the database says how little is too little. */
    public static final AlarmKind DATABASE_STORAGE = AlarmKind.builder("database-storage", DATABASE, "FreeStorageSpace")
            .title("Storage")
            .description("The database runs out of storage")
            .statistic("Minimum")
            .below(true)
            .build();

    /** The open connections of a database: 80; the smallest instances take about a hundred. */
    public static final AlarmKind DATABASE_CONNECTIONS = AlarmKind.builder(
                    "database-connections", DATABASE, "DatabaseConnections")
            .title("Connections")
            .description("The database has many connections")
            .statistic("Maximum")
            .threshold(80)
            .build();

    private AlarmKinds() {}
}
